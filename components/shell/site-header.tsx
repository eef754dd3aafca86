import { Library, Menu as MenuIcon, Search } from "lucide";
import { AccountMenu } from "@/components/accounts/account-menu";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/popover";
import * as paths from "@/lib/urls/paths";

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
					<Icon icon={MenuIcon} />
				</button>
			</div>
			<SiteMenu />
		</header>
	);
}

/** Where else there is to go. How things look is chosen here too, once script is there: see appearance.tsx. */
function SiteMenu() {
	return (
		<Menu id="site-menu">
			<nav aria-label="More">
				<a href="/">Conferences</a>
				<a href={paths.topics()}>Topics</a>
				<a href="/watchlist/statistics">Statistics</a>
				<a href={paths.watchlistCalendar()}>Calendar</a>
				<a href={paths.exportPage()}>Export</a>
				<a href={paths.accountData()}>Your data</a>
				<a href="/account">Account</a>
			</nav>
			<div data-appearance="" />
		</Menu>
	);
}
