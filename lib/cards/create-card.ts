import { getTrackHue } from "@/lib/talks/track-hue";
import type { Conference, Talk } from "@/lib/talks/types";
import { formatCount, formatDay, formatDays, formatNames, formatTime } from "@/lib/text/format";
import type { Card } from "./types";

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
