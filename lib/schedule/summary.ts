import type { ImportReport } from "./report";

const MOST_WARNINGS = 20;

/** An import's report as sentences, for a terminal. */
export function summary(report: ImportReport): string {
	const { added, changed, withdrawn, unchanged } = report.talks;
	const { title, talkCount, recorded, tracks, rooms, speakers } = report;
	const holds = [`${counted(talkCount, "talk")}, ${recorded} with a recording`]
		.concat([counted(tracks, "track"), counted(rooms, "room"), counted(speakers, "speaker")])
		.join("; ");
	const shown = report.warnings.slice(0, MOST_WARNINGS).map((warning) => `  - ${warning}`);
	const more = report.warnings.length - shown.length;
	return [
		`${title}: ${holds}.`,
		`Talks: ${added} added, ${changed} changed, ${withdrawn} withdrawn, ${unchanged} unchanged.`,
		...(shown.length > 0 ? ["Warnings:", ...shown] : []),
		...(more > 0 ? [`  … and ${more} more (--json shows all)`] : []),
		`Took ${(report.ms / 1000).toFixed(1)} s.`,
	].join("\n");
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
