import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { betterAuth } from "better-auth";
import { NOTE, NOTE_COUNT, STATUSES, TAKEAWAYS, TOPICS } from "@/e2e/seed-visitor";
import { createAuthOptions } from "@/lib/accounts/auth-options";
import type { Db } from "@/lib/db/client";
import { importFile } from "@/lib/imports/import-file";
import { recordMarkEvents } from "@/lib/marks/mutations";
import { saveNote } from "@/lib/notes/mutations";
import { setRating } from "@/lib/ratings/mutations";
import { savePlayback } from "@/lib/recordings/playback/mutations";
import { readSchedule } from "@/lib/schedule/formats";
import { setTopicOnTalks } from "@/lib/topics/mutations";
import { createWriteUp } from "@/lib/writeups/mutations";
import { publish } from "@/lib/writeups/publish/mutations";
import { collectTalksInScope } from "@/lib/writeups/queries";
import { createFirstDraft } from "@/lib/writeups/start";
import { inRoot } from "../../setup/root.mjs";
import { generateSchedule } from "../bench/generated-schedule";

/** Who signs up; the first administers where nobody does yet. */
export const ACCOUNTS = {
	administrator: { name: "Beatrice Keeper", email: "administrator@example.org", password: "keeps the light burning" },
	reader: { name: "Ada Lindqvist", email: "reader@example.org", password: "reads all of them" },
} as const;

/** Why nothing was written; the message is for whoever asked. */
export class SeedError extends Error {}

export type Seeded = {
	/** Titles of the conferences that were not there before. */
	readonly conferences: readonly string[];
	readonly accounts: readonly { readonly email: string; readonly password: string; readonly role: string }[];
};

/** Talks that a visitor marks, of each conference. */
const MARKED_TALKS = 12;
const HOUR = 3_600_000;

/**
 * Puts into a database what a developer wants to see: conferences, two accounts and a guest, and the reader's marks, notes,
 * topics, stars and write-ups, the first of them published. Everything is written by the mutations that the app calls. A
 * conference that is there stays as it is. Throws a SeedError where somebody visited already and `isAgreed` does not say that
 * they may get company, or where the accounts are there.
 */
export async function seedDatabase(db: Db, { now, isAgreed }: { now: Date; isAgreed: boolean }): Promise<Seeded> {
	const visitors = await db.user.count();
	if (visitors > 0 && !isAgreed) {
		const people = visitors === 1 ? "1 visitor" : `${visitors} visitors`;
		throw new SeedError(`This database holds data of ${people}: --yes seeds it nevertheless.`);
	}
	const emails = Object.values(ACCOUNTS).map(({ email }) => email);
	if ((await db.user.count({ where: { email: { in: emails } } })) > 0) {
		throw new SeedError("This database was seeded before: its accounts are there already.");
	}
	const conferences = await importConferences(db, now);
	await signUp(db, ACCOUNTS.administrator);
	const readerId = await signUp(db, ACCOUNTS.reader);
	const guest = { id: randomUUID(), name: "Guest", isAnonymous: true };
	await db.user.create({ data: { ...guest, email: `${guest.id}@visitors.invalid` } });
	const talkIdsByConference = await listTalkIds(db);
	for (const [index, { slug, talkIds }] of talkIdsByConference.entries()) {
		await markTalks(db, { userId: readerId, talkIds, now });
		await writeNotes(db, { userId: readerId, talkIds: talkIds.slice(0, NOTE_COUNT), now });
		await writeUp(db, { userId: readerId, conference: slug, now, isPublished: index === 0 });
	}
	await markTalks(db, { userId: guest.id, talkIds: talkIdsByConference[0]?.talkIds.slice(0, 3) ?? [], now });
	const stored = await db.user.findMany({ where: { email: { in: emails } }, select: { email: true, role: true } });
	const roles = new Map(stored.map(({ email, role }) => [email, role]));
	const accounts = Object.values(ACCOUNTS).map(({ email, password }) => ({
		...{ email, password, role: roles.get(email) ?? "" },
	}));
	return { conferences, accounts };
}

/** The bundled sample, the tests' conference of odd titles, and one large enough for lists to be long. */
async function importConferences(db: Db, now: Date): Promise<string[]> {
	const files = await Promise.all(
		["lib/schedule/sample/fosdem-2026.xml", "e2e/fixtures/conference.xml"].map(async (path) => ({
			...{ source: basename(path), bytes: await readFile(inRoot(path)) },
		})),
	);
	const imported: string[] = [];
	for (const { bytes, source } of [
		...files,
		{ source: "generated.xml", bytes: Buffer.from(generateSchedule(1, 240)) },
	]) {
		const { slug, title } = (await readSchedule(bytes, source)).schedule.conference;
		// A full schedule that was imported before would lose its talks to the sample.
		if (await db.conference.findUnique({ where: { slug }, select: { id: true } })) continue;
		await importFile(db, bytes, { source, now });
		imported.push(title);
	}
	return imported;
}

async function signUp(db: Db, account: { name: string; email: string; password: string }): Promise<string> {
	const { user } = await betterAuth(createAuthOptions(db)).api.signUpEmail({ body: account });
	return user.id;
}

/** Talks to mark, of each of the latest conferences, recorded ones first. */
async function listTalkIds(db: Db): Promise<{ slug: string; talkIds: number[] }[]> {
	const conferences = await db.conference.findMany({ select: { slug: true }, orderBy: { startDate: "desc" }, take: 3 });
	return Promise.all(
		conferences.map(async ({ slug }) => {
			const talks = await db.talk.findMany({
				where: { conference: { slug }, withdrawnAt: null },
				select: { id: true },
				orderBy: [{ links: { _count: "desc" } }, { start: "asc" }, { id: "asc" }],
				take: MARKED_TALKS,
			});
			return { slug, talkIds: talks.map(({ id }) => id) };
		}),
	);
}

type Part = { readonly userId: string; readonly talkIds: readonly number[]; readonly now: Date };

async function markTalks(db: Db, { userId, talkIds, now }: Part): Promise<void> {
	const events = talkIds.map((talkId, index) => ({
		...{ id: randomUUID(), talkId, status: STATUSES[index % STATUSES.length] ?? null },
		at: new Date(now.getTime() - (talkIds.length - index) * HOUR),
	}));
	await recordMarkEvents(db, { userId, events, now });
	for (const [index, topic] of TOPICS.entries()) {
		const some = talkIds.filter((_, position) => position % (index + 2) === 0);
		await setTopicOnTalks(db, { userId, topic, talkIds: some, on: true });
	}
}

async function writeNotes(db: Db, { userId, talkIds, now }: Part): Promise<void> {
	for (const [index, talkId] of talkIds.entries()) {
		const takeaways = TAKEAWAYS.slice(0, 1 + (index % TAKEAWAYS.length)).map((text, number) => ({
			...{ id: `t${number}`, text },
			...(index === 0 && { time: 30 + number * 25 }),
		}));
		await saveNote(db, { userId, talkId, text: NOTE, takeaways, baseRevision: 0 });
		// Refused for what is not marked watched, as in the app.
		await setRating(db, { userId, talkId, stars: 3 + (index % 3) });
	}
	const [talkId] = talkIds;
	if (talkId !== undefined) await savePlayback(db, { userId, talkId, position: 42, duration: 1_500, at: now });
}

async function writeUp(
	db: Db,
	{ userId, conference, now, isPublished }: { userId: string; conference: string; now: Date; isPublished: boolean },
): Promise<void> {
	const scope = { kind: "conference", conference } as const;
	const collected = await collectTalksInScope(db, userId, scope);
	if (!collected) return;
	const title = `What I took away from ${collected.conference?.title}`;
	const date = now.toISOString().slice(0, 10);
	const content = createFirstDraft(collected, { group: "track", title, date, newId: randomUUID });
	const id = await createWriteUp(db, { userId, content, options: null, scope });
	if (!id || !isPublished) return;
	await publish(db, { userId, id }, { authorName: ACCOUNTS.reader.name, isIndexed: false, canonicalUrl: null });
}
