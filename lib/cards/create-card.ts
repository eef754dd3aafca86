import type { Metadata } from "next";
import { getTrackHue } from "@/lib/talks/track-hue";
import type { Conference, Talk } from "@/lib/talks/types";
import { formatCount, formatDay, formatDays, formatNames, formatTime } from "@/lib/text/format";
import * as paths from "@/lib/urls/paths";

/** The card of a talk: who, when, and of which track. */
export function createTalkCard(conference: Conference, talk: Talk): Card {
	return {
		about: conference.title,
		title: talk.title,
		lines: [
			formatNames(talk.speakers.map(({ name }) => name)),
			`${formatDay(talk.day)}, ${formatTime(talk.start, conference.timeZone)}`,
		],
		track: talk.track && { name: talk.track.name, hue: getTrackHue(talk.track.name) },
	};
}

/** The card of a conference. */
export function createConferenceCard(conference: Conference, talkCount: number): Card {
	const { title, subtitle, startDate, endDate, city } = conference;
	return {
		about: subtitle || "Conference",
		title,
		lines: [
			[formatDays(startDate, endDate), city].filter((part) => part !== "").join(" · "),
			talkCount === 1 ? "1 talk" : `${formatCount(talkCount)} talks`,
		],
		track: null,
	};
}

/** The card of a published write-up. */
export function createWriteUpCard(of: { title: string; summary: string; author: string }): Card {
	return { about: "Write-up", title: of.title, lines: [of.author, of.summary], track: null };
}

/** What a share card says: an image that stands for an address where it is shared. */
export type Card = {
	/** Where it belongs: the conference, or what kind of thing it is. */
	readonly about: string;
	readonly title: string;
	/** Who and when, a line each; those that are empty are left out. */
	readonly lines: readonly string[];
	/** A track's name and hue in degrees, where there is one. */
	readonly track: { readonly name: string; readonly hue: number } | null;
};

/** Pixels, as https://ogp.me and those who show cards expect. */
export const WIDTH = 1200;
export const HEIGHT = 630;

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
