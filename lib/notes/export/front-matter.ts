import { Document, Scalar } from "yaml";
import { oneLine } from "./one-line";
import type { ExportedConference, NotesExport } from "./types";

/** The YAML between its two lines of dashes, for whatever the titles hold. */
export function frontMatter(input: NotesExport, conferences: readonly ExportedConference[]): string {
	const date = dateOf(conferences);
	const names = conferences.map((conference) => oneLine(conference.title));
	const document = new Document({
		title: input.scope === "conference" ? `Notes on ${names[0]}` : "Conference notes",
		// A date in front matter is not quoted, or it would be text.
		...(date !== undefined && { date: plain(date) }),
		...(input.scope === "conference" ? { conference: names[0] } : { conferences: names }),
	});
	// Quoted always, so that no title is taken for a number, a date or a yes by any reader; never folded.
	const yaml = document.toString({
		defaultStringType: "QUOTE_DOUBLE",
		defaultKeyType: "PLAIN",
		doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
		lineWidth: 0,
	});
	return `---\n${yaml}---\n`;
}

function plain(value: string): Scalar<string> {
	const scalar = new Scalar(value);
	scalar.type = Scalar.PLAIN;
	return scalar;
}

/** The latest change among what is exported, else the conferences' last day: the same data has the same date. */
function dateOf(conferences: readonly ExportedConference[]): string | undefined {
	const changes = conferences.flatMap(({ talks }) =>
		talks.flatMap(({ note, mark }) => (note ?? mark)?.updatedAt.getTime() ?? []),
	);
	if (changes.length === 0)
		return conferences
			.map(({ endDate }) => endDate)
			.sort()
			.at(-1);
	const latest = changes.reduce((a, b) => Math.max(a, b));
	return new Date(latest).toISOString().replace(/\.\d+Z$/, "Z");
}
