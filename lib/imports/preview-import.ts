import { diffSchedules } from "@/lib/schedule/diff";
import { createFileReport } from "@/lib/schedule/report";
import type { StoredSchedule } from "@/lib/schedule/stored";
import type { ParsedSchedule } from "@/lib/schedule/types";
import { withdrawalOf } from "@/lib/schedule/withdrawal";
import type { ImportPreview } from "./types";

/** What a schedule holds, and what it changes about its conference as it is stored, null where it is not. */
export function previewImport(parsed: ParsedSchedule, source: string, stored: StoredSchedule | null): ImportPreview {
	const { conference, talks } = parsed.schedule;
	const { links: _, ...report } = createFileReport(parsed);
	return {
		...report,
		conference: conference.slug,
		startDate: conference.startDate,
		endDate: conference.endDate,
		dayCount: new Set(talks.map(({ day }) => day)).size,
		source,
		update: stored && summarizeChanges(parsed, source, stored),
	};
}

function summarizeChanges(
	{ schedule }: ParsedSchedule,
	source: string,
	stored: StoredSchedule,
): ImportPreview["update"] {
	const changes = diffSchedules(stored, schedule, source);
	const { talks } = changes;
	return {
		title: stored.conference.title,
		...withdrawalOf(changes),
		added: talks.added.length,
		changed: talks.changed.length + talks.returned.length,
		unchanged: talks.unchanged.length,
	};
}
