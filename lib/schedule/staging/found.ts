import { diffSchedules } from "../diff";
import { fileReport } from "../report";
import type { StoredSchedule } from "../stored";
import type { ParsedSchedule } from "../types";
import { withdrawalOf } from "../withdrawal";
import type { FoundConference } from "./types";

/** What a schedule holds, and what it changes about its conference as it is stored, null where it is not. */
export function foundConference(
	parsed: ParsedSchedule,
	source: string,
	stored: StoredSchedule | null,
): FoundConference {
	const { conference, talks } = parsed.schedule;
	const { links: _, ...held } = fileReport(parsed);
	return {
		...held,
		conference: conference.slug,
		startDate: conference.startDate,
		endDate: conference.endDate,
		dayCount: new Set(talks.map(({ day }) => day)).size,
		source,
		update: stored && changesOf(parsed, source, stored),
	};
}

function changesOf({ schedule }: ParsedSchedule, source: string, stored: StoredSchedule): FoundConference["update"] {
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
