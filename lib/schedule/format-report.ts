import type { ImportReport } from "./report";

const MAX_WARNINGS = 20;

/** An import's report as sentences, for a terminal. */
export function formatReport(report: ImportReport): string {
	const { added, changed, withdrawn, unchanged } = report.talks;
	const { title, talkCount, recorded, tracks, rooms, speakers } = report;
	const contents = [`${pluralize(talkCount, "talk")}, ${recorded} with a recording`]
		.concat([pluralize(tracks, "track"), pluralize(rooms, "room"), pluralize(speakers, "speaker")])
		.join("; ");
	const visibleWarnings = report.warnings.slice(0, MAX_WARNINGS).map((warning) => `  - ${warning}`);
	const more = report.warnings.length - visibleWarnings.length;
	return [
		`${title}: ${contents}.`,
		`Talks: ${added} added, ${changed} changed, ${withdrawn} withdrawn, ${unchanged} unchanged.`,
		...(visibleWarnings.length > 0 ? ["Warnings:", ...visibleWarnings] : []),
		...(more > 0 ? [`  … and ${more} more (--json shows all)`] : []),
		`Took ${(report.ms / 1000).toFixed(1)} s.`,
	].join("\n");
}

const pluralize = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
