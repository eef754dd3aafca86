import type { Generator } from "@/lib/calendar/write-calendar";
import { writeCalendar, writeEach } from "@/lib/calendar/write-calendar";
import { clean } from "@/lib/text/clean";
import { toExportedTalks } from "./exported-talks";
import type { PublishedSchedule } from "./types";

/** A schedule as iCalendar (lib/calendar/write-calendar.ts), with the same UID for a talk whenever it is written. */
export function writeICalendar(schedule: PublishedSchedule, generator: Generator): string {
	const { title, timeZone, url } = schedule.conference;
	const toNameBySlug = (items: readonly { slug: string; name: string }[]) =>
		new Map(items.map(({ slug, name }) => [slug, name]));
	const tracks = toNameBySlug(schedule.tracks);
	const rooms = toNameBySlug(schedule.rooms);
	const speakers = new Map(schedule.speakers.map(({ key, name }) => [key, name]));
	const events = writeEach(toExportedTalks(schedule), (talk) => {
		const names = talk.speakers.flatMap((key) => speakers.get(key) ?? []).join(", ");
		const parts = [names, talk.subtitle, talk.abstract, talk.description].map((part) => clean(part).trim());
		return {
			uid: talk.exportedGuid,
			changedAt: talk.updatedAt,
			start: talk.start,
			duration: talk.duration,
			timeZone,
			title: talk.title,
			description: parts.filter((part) => part !== "").join("\n\n"),
			location: rooms.get(talk.room ?? "") ?? "",
			categories: [tracks.get(talk.track ?? "") ?? ""],
			url: talk.url,
			isCancelled: talk.isCancelled,
		};
	});
	return writeCalendar({ name: title, timeZone, url, events }, generator);
}
