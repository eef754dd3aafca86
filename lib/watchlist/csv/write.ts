import { stringify } from "csv-stringify/sync";
import { MARK_LABELS } from "@/lib/marks/status";
import { formatIsoDate, formatNames, formatTime } from "@/lib/text/format";
import * as paths from "@/lib/urls/paths";
import type { WatchlistEntry } from "../types";

type Column = {
	readonly header: string;
	readonly value: (entry: WatchlistEntry, baseUrl: string) => string | number;
};

/** Times are the conference's. */
const COLUMNS: readonly Column[] = [
	{ header: "conference", value: ({ conference }) => conference.title },
	{ header: "title", value: ({ talk }) => talk.title },
	{ header: "speakers", value: ({ talk }) => formatNames(talk.speakers.map(({ name }) => name)) },
	{ header: "track", value: ({ talk }) => talk.track?.name ?? "" },
	{ header: "room", value: ({ talk }) => talk.room?.name ?? "" },
	{ header: "day", value: ({ talk }) => talk.day },
	{ header: "start", value: ({ talk, conference }) => formatTime(talk.start, conference.timeZone) },
	{ header: "minutes", value: ({ talk }) => talk.duration },
	{ header: "mark", value: ({ status }) => MARK_LABELS[status] },
	{ header: "marked", value: ({ markedAt, conference }) => formatIsoDate(markedAt, conference.timeZone) },
	{ header: "stars", value: ({ rating }) => rating ?? "" },
	{ header: "topics", value: ({ topics }) => topics.map(({ name }) => name).join(", ") },
	{ header: "takeaways", value: ({ takeawayCount }) => takeawayCount },
	{ header: "note", value: ({ hasNote }) => (hasNote ? "yes" : "") },
	{ header: "recording", value: ({ talk }) => (talk.hasRecording ? "yes" : "") },
	{
		header: "address",
		value: ({ talk, conference }, baseUrl) => new URL(paths.talk(conference.slug, talk.slug), baseUrl).href,
	},
];

/**
 * Entries of a watchlist as a table, in their order: CSV as of RFC 4180, a line a talk below a line of names. It begins
 * with the sign of UTF-8, without which spreadsheets spoil every accent, and what a spreadsheet would take for a formula
 * gets an apostrophe before it. `baseUrl` is the address that visitors know.
 */
export function writeWatchlistCsv(entries: readonly WatchlistEntry[], baseUrl: string): string {
	const rows = entries.map((entry) => COLUMNS.map(({ value }) => value(entry, baseUrl)));
	return stringify([COLUMNS.map(({ header }) => header), ...rows], {
		bom: true,
		record_delimiter: "windows",
		escape_formulas: true,
	});
}
