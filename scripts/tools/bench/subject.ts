import type { Db } from "@/lib/db/client";
import { groupAdjacent } from "@/lib/time/talk-times";
import * as paths from "@/lib/urls/paths";

/** What pages, marks and notes are measured on. */
export type Subject = {
	readonly conference: string;
	/** The day with the most talks. */
	readonly day: { readonly path: string; readonly timetablePath: string; readonly talkCount: number };
	readonly talkPath: string;
	readonly filteredPath: string;
	/** Ids of all talks, in order of time. */
	readonly talkIds: readonly number[];
};

/** Picks the subject out of the one conference that the database holds. */
export async function chooseSubject(db: Db): Promise<Subject> {
	const { id, slug } = await db.conference.findFirstOrThrow({ select: { id: true, slug: true } });
	const talks = await db.talk.findMany({
		where: { conferenceId: id },
		select: { id: true, slug: true, day: true },
		orderBy: [{ start: "asc" }, { slug: "asc" }],
	});
	const days = groupAdjacent(talks, (talk) => talk.day).sort((one, other) => other.items.length - one.items.length);
	const { key: day, items: ofDay } = days[0] ?? { key: "", items: [] };
	// One from the middle of the day: many others run at the same time, and its page lists them.
	const talk = ofDay[Math.floor(ofDay.length / 2)];
	return {
		conference: slug,
		day: { path: paths.day(slug, day), timetablePath: paths.timetable(slug, day), talkCount: ofDay.length },
		talkPath: paths.talk(slug, talk?.slug ?? ""),
		filteredPath: paths.talks(slug, new URLSearchParams({ q: "rust", recording: "1" })),
		talkIds: talks.map((talk) => talk.id),
	};
}
