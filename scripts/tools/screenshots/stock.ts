import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Shelf } from "@/e2e/every-page";
import type { Db } from "@/lib/db/client";
import { importFile } from "@/lib/imports/import-file";
import { groupAdjacent } from "@/lib/time/talk-times";
import { saveTranscript } from "@/lib/transcripts/mutations";
import { spread } from "../bench/visitors";

const CHANGED_TALKS = 12;
const MARKED_TALKS = 60;

/** What is there of a conference: the part of a shelf that does not depend on who looks, and talks to mark. */
export type SeededSchedule = {
	readonly shelf: Omit<Shelf, "topic" | "writeUp" | "token">;
	readonly talkIds: readonly number[];
	readonly recordedId: number;
};

/** Imports a schedule's file into an empty database, and once more after talks have changed, so that it has news. */
export async function seedSchedule(db: Db, file: string): Promise<SeededSchedule> {
	const bytes = await readFile(file);
	const source = basename(file);
	await importFile(db, bytes, { source, now: new Date(Date.now() - 86_400_000) });
	await createHistory(db);
	await importFile(db, bytes, { source, now: new Date() });
	return chooseSubjects(db);
}

/** Whatever a schedule's format is: it is the database that is moved away from what the file says, and so moves back. */
async function createHistory(db: Db): Promise<void> {
	const talks = await db.talk.findMany({ select: { id: true, start: true } });
	for (const [index, { id, start }] of spread(talks, CHANGED_TALKS).entries()) {
		const moved = new Date(start.getTime() - 30 * 60_000);
		if (index % 4 === 3) await db.talk.delete({ where: { id } });
		else
			await db.talk.update({ where: { id }, data: index % 2 === 0 ? { start: moved } : { title: "To be announced" } });
	}
	// Else the same bytes are not read again.
	await db.conference.updateMany({ data: { fileDigest: "" } });
}

async function chooseSubjects(db: Db): Promise<SeededSchedule> {
	const conference = await db.conference.findFirstOrThrow({ select: { id: true, slug: true } });
	const ofConference = { conferenceId: conference.id };
	const byTalks = { where: ofConference, orderBy: { talks: { _count: "desc" } }, select: { slug: true } } as const;
	const talks = await db.talk.findMany({
		where: ofConference,
		select: { id: true, slug: true, day: true, abstract: true, links: { select: { kind: true } } },
		orderBy: [{ start: "asc" }, { slug: "asc" }],
	});
	const [day] = groupAdjacent(talks, (talk) => talk.day).sort((one, other) => other.items.length - one.items.length);
	// The one with the most to show.
	const [talk] = [...talks].sort((one, other) => scoreTalk(other) - scoreTalk(one));
	if (!day || !talk) throw new Error("The schedule has no talk.");
	await addTranscript(db, talk.id);
	const speaker =
		(await db.speaker.findFirst({ ...byTalks, where: { ...ofConference, NOT: { biography: "" } } })) ??
		(await db.speaker.findFirstOrThrow(byTalks));
	const update = await db.scheduleUpdate.findFirstOrThrow({ where: ofConference, orderBy: { id: "desc" } });
	return {
		shelf: {
			conference: conference.slug,
			day: day.key,
			talk: talk.slug,
			recorded: { conference: conference.slug, talk: talk.slug },
			speaker: speaker.slug,
			track: (await db.track.findFirstOrThrow(byTalks)).slug,
			room: (await db.room.findFirstOrThrow(byTalks)).slug,
			changed: { conference: conference.slug, update: update.id },
		},
		talkIds: spread(talks, MARKED_TALKS).map(({ id }) => id),
		recordedId: talk.id,
	};
}

const SPOKEN_TEXTS = [
	"Good morning, and thank you all for coming this early.",
	"Let us begin with what everybody knows, and nobody wrote down.",
	"This is the part that took us three years to understand.",
	"You can try it at home: there is a link at the end of the slides.",
];

/** As if its subtitles had been fetched: they are elsewhere, and pictures are taken without the internet too. */
async function addTranscript(db: Db, talkId: number): Promise<void> {
	const link = await db.talkLink.findFirst({ where: { talkId, kind: "SUBTITLES" }, select: { url: true } });
	if (!link) return;
	const cues = Array.from({ length: 40 }, (_, index) => ({
		...{ start: index * 8, end: index * 8 + 7, text: SPOKEN_TEXTS[index % SPOKEN_TEXTS.length] ?? "" },
	}));
	await saveTranscript(db, { talkId, url: link.url, cues, problem: "", fetchedAt: new Date() });
}

function scoreTalk(talk: { readonly abstract: string; readonly links: readonly { readonly kind: string }[] }): number {
	const isRecorded = talk.links.some(({ kind }) => kind === "RECORDING");
	return (isRecorded ? 100 : 0) + Math.min(talk.links.length, 7) + Math.min(talk.abstract.length, 2_000) / 1_000;
}
