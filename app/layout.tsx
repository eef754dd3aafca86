import { Library } from "lucide";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { ClientNavigation } from "@/components/ui/client-navigation";
import { Icon } from "@/components/ui/icon";
import { AccountMenu } from "@/components/visitor/account-menu";
import { VisitorLoader } from "@/components/visitor/visitor-loader";
import "./globals.css";

export const metadata: Metadata = {
	title: { default: "Talkshelf", template: "%s · Talkshelf" },
	description: "A shelf for conference talks: mark what to watch, write down what you took away, keep it as Markdown.",
};

export const viewport: Viewport = {
	themeColor: [
		{ media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
		{ media: "(prefers-color-scheme: dark)", color: "#101319" },
	],
};

export default function RootLayout({ children }: { children: ReactNode }) {
	return (
		<html lang="en">
			<body className="flex min-h-dvh flex-col">
				<a className="skip-link" href="#main">
					Skip to content
				</a>
				<header className="sticky top-0 z-30 border-b border-line bg-paper/95 backdrop-blur-sm">
					<div className="mx-auto flex h-14 max-w-page items-center gap-1 px-4">
						<a className="mr-auto inline-flex min-h-11 items-center gap-2 text-lg font-bold no-underline" href="/">
							<Icon icon={Library} className="text-accent" />
							<span className="max-[27rem]:sr-only">Talkshelf</span>
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
					</div>
				</header>
				<main id="main" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 pt-6 pb-24 outline-none">
					{children}
				</main>
				<VisitorLoader />
				<ClientNavigation />
			</body>
		</html>
	);
}
