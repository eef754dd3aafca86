import { writeCalendar, writeEach } from "@/lib/calendar/write";
import { clean } from "./clean";
import { exportedTalks } from "./exported";
import type { Generator, PublishedSchedule } from "./types";

/** A schedule as iCalendar (lib/calendar/write.ts), with the same UID for a talk whenever it is written. */
export function writeICalendar(schedule: PublishedSchedule, generator: Generator): string {
	const { title, timeZone, url } = schedule.conference;
	const named = (places: readonly { slug: string; name: string }[]) =>
		new Map(places.map(({ slug, name }) => [slug, name]));
	const tracks = named(schedule.tracks);
	const rooms = named(schedule.rooms);
	const speakers = new Map(schedule.speakers.map(({ key, name }) => [key, name]));
	const events = writeEach(exportedTalks(schedule), (talk) => {
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
			place: rooms.get(talk.room ?? "") ?? "",
			categories: [tracks.get(talk.track ?? "") ?? ""],
			url: talk.url,
			isCancelled: talk.isCancelled,
		};
	});
	return writeCalendar({ name: title, timeZone, url, events }, generator);
}
