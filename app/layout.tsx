import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { SiteHeader } from "@/components/shell/site-header";
import { THEME_COLOURS } from "@/components/shell/theme-colour";
import { VisitorLoader } from "@/components/shell/visitor-loader";
import { EARLY_SCRIPT } from "@/components/ui/appearance-setting";
import { ClientNavigation } from "@/components/ui/client-navigation";
import { baseUrl } from "@/lib/http/origin";
import "./globals.css";

export const metadata: Metadata = {
	// Those who show a shared address want the whole address of its image.
	metadataBase: new URL(baseUrl),
	icons: { apple: "/icons/apple-180.png" },
	title: { default: "Talkshelf", template: "%s · Talkshelf" },
	description: "A shelf for conference talks: mark what to watch, write down what you took away, keep it as Markdown.",
};

export const viewport: Viewport = {
	themeColor: [
		{ media: "(prefers-color-scheme: light)", color: THEME_COLOURS.light },
		{ media: "(prefers-color-scheme: dark)", color: THEME_COLOURS.dark },
	],
};

export default function RootLayout({ children }: { children: ReactNode }) {
	return (
		// What was chosen of its looks is put there before React is.
		<html lang="en" suppressHydrationWarning>
			<head>
				{/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, run before anything is painted. */}
				<script dangerouslySetInnerHTML={{ __html: EARLY_SCRIPT }} />
			</head>
			<body className="flex min-h-dvh flex-col">
				<a className="skip-link" href="#main">
					Skip to content
				</a>
				<SiteHeader />
				<main id="main" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 pt-6 pb-24 outline-none">
					{children}
				</main>
				<VisitorLoader />
				<ClientNavigation />
			</body>
		</html>
	);
}
