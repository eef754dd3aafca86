/** The columns of a table of talks and the other names that they go by; docs/schedule-csv.md tells what stands in them. */
const NAMES = {
	title: ["talk", "name", "session", "session title", "titel", "summary"],
	start: ["start time", "begin", "begins", "start date", "starts at", "from", "time", "beginn", "start datetime"],
	end: ["end time", "ends", "ends at", "until", "to", "end date", "ende", "end datetime"],
	duration: ["minutes", "length", "dauer", "duration minutes"],
	date: ["day", "datum", "tag"],
	room: ["location", "place", "venue room", "stage", "hall", "raum", "ort"],
	track: ["category", "theme", "stream", "topic"],
	speakers: ["speaker", "persons", "person", "presenter", "presenters", "speaker names", "authors", "author"],
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

const columns = new Map<string, CsvColumn>();
for (const [column, others] of Object.entries(NAMES)) {
	for (const name of [column, ...others]) columns.set(name, column as CsvColumn);
}

/** The column of a header's cell, however it is written ("Start_Time"); null for one that is not known. */
export function columnOf(cell: string): CsvColumn | null {
	const name = cell
		.replace(/^\uFEFF/, "")
		.trim()
		.toLowerCase()
		.replace(/[\s_-]+/g, " ");
	return columns.get(name) ?? columns.get(name.replace(/\s*\([^)]*\)$/, "")) ?? null;
}
