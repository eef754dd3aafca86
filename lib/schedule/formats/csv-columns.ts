/**
 * The columns of a table of talks and the other names that they go by, the best first; docs/schedule-csv.md tells what stands
 * in them.
 */
const NAMES = {
	title: ["session title", "proposal title", "talk title", "talk", "titel", "name", "session", "subject", "summary"],
	start: [
		...["start time", "start datetime", "event start", "scheduled at", "starts at", "begin", "begins", "beginn"],
		...["from", "time", "uhrzeit", "zeit", "start date"],
	],
	end: ["end time", "end datetime", "event end", "ends at", "ends", "until", "to", "ende", "end date"],
	duration: ["minutes", "length", "dauer", "duration minutes", "scheduled duration"],
	date: ["day", "datum", "tag"],
	room: ["venue room", "stage", "hall", "raum", "location", "place", "venue", "ort"],
	track: ["category", "theme", "stream", "topic"],
	speakers: [
		"speaker",
		"persons",
		"person",
		"presenter",
		"presenters",
		"speaker names",
		"speaker name",
		"authors",
		"author",
		"referent",
		"referenten",
		"vortragende",
	],
	subtitle: ["tagline"],
	type: ["kind", "format", "session type", "session format"],
	language: ["lang", "locale", "sprache"],
	abstract: ["summary text", "text", "teaser"],
	description: ["details", "notes", "beschreibung"],
	url: ["link", "address", "page", "website"],
	recording: ["video", "recordings", "videos", "recording url", "video url"],
	slides: ["slides url", "presentation", "deck"],
	links: ["other links", "resources"],
	id: ["identifier", "code", "session id", "proposal id"],
	guid: ["uid", "uuid"],
	cancelled: ["canceled", "is cancelled"],
	conference: ["event", "conference title"],
	timezone: ["time zone", "tz", "zeitzone"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type CsvColumn = keyof typeof NAMES;

const columns = new Map<string, { readonly column: CsvColumn; readonly rank: number }>();
for (const [column, others] of Object.entries(NAMES)) {
	[column, ...others].forEach((name, rank) => {
		columns.set(name, { column: column as CsvColumn, rank });
	});
}

/** The column of a header's cell, however it is written ("Start_Time"); null for one that is not known. */
export const findColumn = (cell: string): CsvColumn | null => lookUpColumn(cell)?.column ?? null;

/**
 * The columns of a header, each once, and null for what is not known: of several that name one the best does. Beside a column
 * with the time a "Start Date" is the day.
 */
export function mapColumns(header: readonly string[]): (CsvColumn | null)[] {
	const best = new Map<CsvColumn, { readonly rank: number; readonly index: number }>();
	header.forEach((cell, index) => {
		const named = lookUpColumn(cell);
		const before = named && best.get(named.column);
		if (named && (!before || named.rank < before.rank)) best.set(named.column, { rank: named.rank, index });
	});
	const day = header.findIndex(
		(cell, index) => /^start.date$/i.test(cell.trim()) && best.get("start")?.index !== index,
	);
	if (day !== -1 && !best.has("date")) best.set("date", { rank: 0, index: day });
	const columnAt = new Map([...best].map(([column, { index }]) => [index, column]));
	return header.map((_, index) => columnAt.get(index) ?? null);
}

function lookUpColumn(cell: string) {
	const name = cell
		.replace(/^\uFEFF/, "")
		.trim()
		.toLowerCase()
		.replace(/[\s_-]+/g, " ");
	return columns.get(name) ?? columns.get(name.replace(/\s*\([^)]*\)$/, ""));
}
