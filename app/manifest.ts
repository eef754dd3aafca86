import type { MetadataRoute } from "next";
import * as paths from "@/lib/urls/paths";

/** What the browser installs: https://www.w3.org/TR/appmanifest/ */
export default function manifest(): MetadataRoute.Manifest {
	return {
		id: "/",
		name: "Talkshelf",
		short_name: "Talkshelf",
		description:
			"A shelf for conference talks: mark what to watch, write down what you took away, keep it as Markdown.",
		start_url: "/",
		display: "standalone",
		background_color: "#fbfaf7",
		theme_color: "#fbfaf7",
		categories: ["productivity", "education"],
		icons: [
			{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
			{ src: "/icons/192.png", sizes: "192x192", type: "image/png" },
			{ src: "/icons/512.png", sizes: "512x512", type: "image/png" },
			{ src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
		],
		shortcuts: [
			{ name: "Watchlist", url: "/watchlist" },
			{ name: "Notes", url: paths.notes() },
			{ name: "Write-ups", url: paths.writeUps() },
		],
	};
}
