import type { Metadata } from "next";
import * as paths from "@/lib/urls/paths";
import { HEIGHT, WIDTH } from "./types";

type SharedPage = { readonly title: string; readonly description: string; readonly path: string };

/** What those read who show an address that was shared: https://ogp.me, and the card as its image. */
export function createShareMetadata({ title, description, path }: SharedPage): Pick<Metadata, "openGraph" | "twitter"> {
	return {
		openGraph: {
			type: "website",
			siteName: "Talkshelf",
			title,
			description,
			url: path,
			images: [createCardImage(path, title)],
		},
		twitter: { card: "summary_large_image" },
	};
}

/** The card of the page at `path`, as an image of Open Graph. */
export function createCardImage(path: string, title: string) {
	return { url: paths.card(path), width: WIDTH, height: HEIGHT, alt: title };
}
