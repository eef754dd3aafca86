import { Library, Menu, Search } from "lucide";
import { AccountMenu } from "@/components/accounts/account-menu";
import { Icon } from "@/components/ui/icon";
import { SiteMenu } from "./site-menu";

/** What stands above every page: the shelf, the three rooms of it, and the ways to everything else. */
export function SiteHeader() {
	return (
		<header className="site-header">
			<div className="mx-auto flex h-14 max-w-page items-center gap-x-1 px-4 max-sm:gap-x-0 max-sm:px-3">
				<a
					className="mr-auto inline-flex min-h-11 min-w-11 items-center gap-2 font-display text-xl font-bold no-underline"
					href="/"
				>
					<Icon icon={Library} className="text-accent" />
					<span className="max-[30rem]:sr-only">Talkshelf</span>
				</a>
				<nav aria-label="Main" className="flex">
					<a className="nav-link" href="/watchlist">
						Watchlist
					</a>
					<a className="nav-link" href="/notes">
						Notes
					</a>
					<a className="nav-link" href="/writeups">
						Write-ups
					</a>
				</nav>
				<AccountMenu />
				<button
					className="header-button max-[23rem]:hidden"
					type="button"
					aria-label="Go to"
					data-tip="Go to (Ctrl K)"
					aria-keyshortcuts="Control+K Meta+K"
					data-opens="palette"
				>
					<Icon icon={Search} />
				</button>
				<button className="header-button" type="button" aria-label="Menu" popoverTarget="site-menu">
					<Icon icon={Menu} />
				</button>
			</div>
			<SiteMenu />
		</header>
	);
}
