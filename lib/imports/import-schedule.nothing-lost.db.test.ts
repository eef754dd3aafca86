import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import type { Db } from "@/lib/db/client";
import { MARK_STATUSES, type MarkStatus } from "@/lib/marks/status";
import { saveNote } from "@/lib/notes/mutations";
import { digestText } from "@/lib/schedule/digest";
import { editConference, revertConferenceEdits, toConferenceState } from "@/lib/schedule/edits/mutations";
import { isSame } from "@/lib/schedule/edits/plan-edit";
import { editSpeaker, removeSpeaker, revertSpeakerEdits, toSpeakerState } from "@/lib/schedule/edits/speaker-mutations";
import { createSpeakerLabels, type TalkInput, toTalkInput } from "@/lib/schedule/edits/talk-input";
import { addTalk, editTalk, revertTalkEdits, setTalkWithdrawn } from "@/lib/schedule/edits/talk-mutations";
import { digestState, readTalkState, type TalkState, talkStateSelect } from "@/lib/schedule/edits/talk-state";
import {
	addTrackOrRoom,
	removeTrackOrRoom,
	renameTrackOrRoom,
	revertTrackOrRoomName,
} from "@/lib/schedule/edits/track-room-mutations";
import { createTalkKey, deriveGuid } from "@/lib/schedule/identity";
import { loadStored } from "@/lib/schedule/queries";
import type { Schedule, ScheduleTalk } from "@/lib/schedule/types";
import { anySchedule } from "@/lib/testing/any-schedule";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { runs } from "@/lib/testing/property-runs";
import { setMark } from "@/lib/testing/set-mark";
import { importSchedule } from "./import-schedule";

const SLUG = "conf-2026";
const VISITORS = ["ada", "bob"] as const;

/** How a file tells its talks apart: by guids, by nothing but what they are, or by the guids of our own export. */
type Identity = "guids" | "none" | "exported";

/** What a person or a schedule does; numbers choose among what is there by then. */
type Step =
	| { do: "import"; schedule: number; talks: number; identity: Identity; retitled: number }
	| { do: "mark"; visitor: number; talk: number; status: MarkStatus | null }
	| { do: "write"; visitor: number; talk: number; text: string }
	| { do: "edit"; talk: number; fields: number; word: string }
	| { do: "take back"; talk: number; fields: number }
	| { do: "add"; word: string }
	| { do: "withdraw"; talk: number }
	| { do: "edit place"; kind: "track" | "room"; place: number; word: string }
	| { do: "remove place"; kind: "track" | "room"; place: number }
	| { do: "edit speaker"; speaker: number; word: string }
	| { do: "remove speaker"; speaker: number }
	| { do: "edit conference"; word: string };

const number = fc.nat(255);
const word = fc.constantFrom("Spring", "Neap", "Ebb", "日本語");
const kind = fc.constantFrom("track" as const, "room" as const);
const visitor = fc.nat(VISITORS.length - 1);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({
			do: fc.constant("import" as const),
			schedule: number,
			talks: fc.oneof(fc.constant(255), number),
			identity: fc.constantFrom<Identity>("guids", "guids", "none", "exported"),
			retitled: fc.oneof(fc.constant(0), number),
		}),
	},
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant("mark" as const),
			visitor,
			talk: number,
			status: fc.constantFrom(...MARK_STATUSES, null),
		}),
	},
	{ weight: 3, arbitrary: fc.record({ do: fc.constant("write" as const), visitor, talk: number, text: word }) },
	{ weight: 5, arbitrary: fc.record({ do: fc.constant("edit" as const), talk: number, fields: fc.nat(4095), word }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant("take back" as const), talk: number, fields: fc.nat(4095) }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant("add" as const), word }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant("withdraw" as const), talk: number }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant("edit place" as const), kind, place: number, word }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant("remove place" as const), kind, place: number }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant("edit speaker" as const), speaker: number, word }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant("remove speaker" as const), speaker: number }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant("edit conference" as const), word }) },
);

/** A schedule as another file of the same conference would have it: fewer talks, other titles, other identities. */
function variant(schedule: Schedule, { talks: kept, identity, retitled }: Extract<Step, { do: "import" }>): Schedule {
	const isBit = (bits: number, index: number) => ((bits >> (index % 8)) & 1) === 1;
	const some = schedule.talks.filter((_, index) => isBit(kept, index));
	const seen = new Set<string>();
	const talks = (some.length > 0 ? some : schedule.talks.slice(0, 1)).flatMap((talk, index): ScheduleTalk[] => {
		const title = isBit(retitled, index) ? `${talk.title} again` : talk.title;
		const known = identity === "guids" ? {} : withoutGuid({ ...talk, title }, identity);
		const changed = { ...talk, title, ...known };
		if (seen.has(changed.key)) return [];
		seen.add(changed.key);
		return [changed];
	});
	return { ...schedule, talks };
}

function withoutGuid(talk: ScheduleTalk, identity: "none" | "exported"): Pick<ScheduleTalk, "key" | "guid"> {
	const { title, start, speakers, room } = talk;
	const key = createTalkKey({ guid: "", id: "", room: room ?? "", title, start, speakers });
	if (identity === "none") return { key, guid: null };
	const guid = deriveGuid(SLUG, key);
	return { key: `guid:${guid}`, guid };
}

/** What has to be there, whatever happened since. */
class Model {
	readonly marks = new Map<string, { talkId: number; userId: string; status: MarkStatus }>();
	readonly notes = new Map<string, { talkId: number; userId: string; text: string; takeaways: string[] }>();
	/** Of every talk that ever was. */
	readonly keys = new Map<number, string>();
	/** What was typed, field by field. */
	readonly edits = new Map<number, Partial<TalkState>>();
}

class Run {
	readonly model = new Model();
	#clock = Date.UTC(2026, 0, 1);

	constructor(
		readonly db: Db,
		readonly schedules: readonly Schedule[],
		readonly conferenceId: number,
	) {}

	/** Each step an hour after the last. */
	now(): Date {
		this.#clock += 3_600_000;
		return new Date(this.#clock);
	}

	async take(step: Step): Promise<void> {
		const { db, model, conferenceId } = this;
		switch (step.do) {
			case "import":
				return this.importKnown(variant(this.schedules[step.schedule % this.schedules.length] as Schedule, step));
			case "mark": {
				const { id: talkId } = await this.talk(step.talk);
				const userId = VISITORS[step.visitor] as string;
				await setMark(db, { userId, talkId, status: step.status });
				const key = `${userId} ${talkId}`;
				if (step.status) model.marks.set(key, { userId, talkId, status: step.status });
				else model.marks.delete(key);
				return;
			}
			case "write": {
				const { id: talkId } = await this.talk(step.talk);
				const userId = VISITORS[step.visitor] as string;
				const key = `${userId} ${talkId}`;
				const takeaways = [...(model.notes.get(key)?.takeaways ?? []), step.text];
				const found = await db.note.findUnique({ where: { userId_talkId: { userId, talkId } } });
				await saveNote(db, {
					...{ userId, talkId, text: step.text, baseRevision: found?.revision ?? 0 },
					takeaways: takeaways.map((text, index) => ({ id: `${talkId}-${index}`, text })),
				});
				model.notes.set(key, { userId, talkId, text: step.text, takeaways });
				return;
			}
			case "edit":
				return this.edit(step);
			case "take back": {
				const row = await this.talk(step.talk);
				const { current: shown, scheduled } = readTalkState(row);
				const names = Object.keys(scheduled) as (keyof TalkState)[];
				const fields = names.filter((_, index) => (step.fields >> index) & 1);
				await revertTalkEdits(db, this.opened(row.id, shown), fields, this.now());
				const edits = { ...model.edits.get(row.id) };
				for (const field of fields) delete edits[field];
				model.edits.set(row.id, edits);
				expect(readTalkState(await this.row(row.id)).current).toMatchObject(
					Object.fromEntries(fields.map((field) => [field, scheduled[field]])),
				);
				return;
			}
			case "add": {
				const day = { day: "2026-01-31", time: "10:00", duration: 20, track: null, room: null, language: "" };
				const empty = {
					subtitle: "",
					type: "",
					url: null,
					isCancelled: false,
					willBeRecorded: null,
					abstract: "",
					description: "",
					links: [],
				};
				const input = { ...day, ...empty, title: step.word, speakers: [step.word] };
				const added = await addTalk(db, conferenceId, input, this.now());
				if (added.kind !== "saved") throw new Error(added.kind);
				const row = await db.talk.findUniqueOrThrow({
					where: { conferenceId_slug: { conferenceId, slug: added.slug } },
					select: talkStateSelect,
				});
				model.edits.set(row.id, readTalkState(row).current);
				return;
			}
			case "withdraw": {
				const row = await this.talk(step.talk);
				const { kind } = await setTalkWithdrawn(
					db,
					{ conferenceId, talkId: row.id },
					row.withdrawnAt === null,
					this.now(),
				);
				expect(kind).toBe(row.isByHand ? "saved" : "refused");
				return;
			}
			case "edit place": {
				const place = await this.place(step.kind, step.place);
				const where = { conferenceId, kind: step.kind };
				if (!place || step.place % 3 === 0) await addTrackOrRoom(db, where, `${step.word} ${step.place % 4}`);
				else await renameTrackOrRoom(db, { ...where, id: place.id }, step.word, place.name);
				return;
			}
			case "remove place": {
				const place = await this.place(step.kind, step.place);
				if (place) await removeTrackOrRoom(db, { conferenceId, kind: step.kind, id: place.id });
				return;
			}
			case "edit speaker": {
				const row = await this.speaker(step.speaker);
				if (!row) return;
				const opened = digestState(toSpeakerState(row));
				const input = { name: step.word, biography: step.word };
				await editSpeaker(db, { conferenceId, speakerId: row.id, opened }, input);
				return;
			}
			case "remove speaker": {
				const row = await this.speaker(step.speaker);
				if (row) await removeSpeaker(db, { conferenceId, speakerId: row.id });
				return;
			}
			case "edit conference": {
				const shown = toConferenceState(await this.conference());
				const opened = digestState(shown);
				await editConference(db, { conferenceId, opened }, { ...shown, title: step.word, venue: step.word });
				return;
			}
		}
	}

	import(schedule: Schedule) {
		return importSchedule(this.db, { schedule, warnings: [] }, { source: "schedule.xml", now: this.now() });
	}

	/** A talk that the file names as it was known here is that one afterwards, and no other. */
	private async importKnown(schedule: Schedule): Promise<void> {
		await this.import(schedule);
		const state = await loadStored(this.db, SLUG);
		const stored = new Map(state?.schedule.talks.map((talk) => [talk.key, talk]));
		const known = new Set(this.model.keys.values());
		for (const { key, title, slug } of schedule.talks.filter((talk) => known.has(talk.key))) {
			expect(stored.get(key)).toMatchObject({ title, slug, isWithdrawn: false });
		}
	}

	private async edit({ talk, fields, word }: Extract<Step, { do: "edit" }>): Promise<void> {
		const { db, model, conferenceId } = this;
		const row = await this.talk(talk);
		const { current: shown, scheduled } = readTalkState(row);
		const speakers = await db.speaker.findMany({ where: { conferenceId }, orderBy: { id: "asc" } });
		const labels = createSpeakerLabels(speakers);
		const conference = await this.conference();
		const before = toTalkInput(shown, labels, conference.timeZone);
		const place = async (kind: "track" | "room") => (await this.place(kind, fields))?.slug ?? null;
		const typed: TalkInput = {
			...before,
			...(fields & 1 && { title: word }),
			...(fields & 2 && { subtitle: word }),
			...(fields & 4 && { duration: fields }),
			...(fields & 8 && { track: await place("track") }),
			...(fields & 16 && { room: await place("room") }),
			...(fields & 32 && { speakers: [...new Set([...before.speakers.slice(1), word])] }),
			...(fields & 64 && { abstract: `*${word}*\r\n` }),
			...(fields & 128 && { links: before.links.slice(1) }),
			...(fields & 256 && { isCancelled: !before.isCancelled }),
			...(fields & 512 && { day: "2026-02-01", time: "11:30" }),
			...(fields & 1024 && { url: "https://hand.example/" }),
			...(fields & 2048 && { type: word, description: word }),
		};
		const outcome = await editTalk(db, this.opened(row.id, shown), typed, this.now());
		const after = readTalkState(await this.row(row.id));
		const found = await db.speaker.findMany({ where: { conferenceId }, orderBy: { id: "asc" } });
		const isAsTyped = isSame(
			normal(toTalkInput(after.current, createSpeakerLabels(found), conference.timeZone)),
			normal(typed),
		);
		// A new speaker may have a name by which another one was meant until now.
		if (found.length === speakers.length) expect(isAsTyped).toBe(true);
		const differing = (Object.keys(shown) as (keyof TalkState)[]).filter(
			(field) => !isSame(shown[field], after.current[field]),
		);
		expect(outcome.kind === "saved").toBe(differing.length > 0 || !isSame(scheduled, after.scheduled));
		for (const field of differing) {
			const isBack = field in scheduled && isSame(scheduled[field], after.current[field]);
			expect(field in after.scheduled).toBe(!row.isByHand && !isBack);
		}
		const isEdited = ([field]: [string, unknown]) => row.isByHand || field in after.scheduled;
		model.edits.set(row.id, Object.fromEntries(Object.entries(after.current).filter(isEdited)));
	}

	/** Everything that the model knows is there, and nothing else of its kind. */
	async check(): Promise<void> {
		const { db, model, conferenceId } = this;
		const talks = await db.talk.findMany({ where: { conferenceId }, select: { ...talkStateSelect, key: true } });
		const keys = new Map(talks.map(({ id, key }) => [id, key]));
		for (const [id, key] of model.keys) expect([id, keys.get(id)]).toEqual([id, key]);
		for (const [id, key] of keys) model.keys.set(id, key);

		const marks = await db.mark.findMany({ select: { userId: true, talkId: true, status: true } });
		expect(byTalk(marks)).toEqual(byTalk([...model.marks.values()]));
		const notes = await db.note.findMany({ include: { takeaways: { orderBy: { position: "asc" } } } });
		const written = notes.map(({ userId, talkId, text, takeaways }) => {
			return { userId, talkId, text, takeaways: takeaways.map((takeaway) => takeaway.text) };
		});
		expect(byTalk(written)).toEqual(byTalk([...model.notes.values()]));

		const shownOf = new Map(talks.map((row) => [row.id, readTalkState(row)]));
		for (const [id, edits] of model.edits) expect(shownOf.get(id)?.current).toMatchObject(edits);
	}

	/** Takes every edit back, and checks that the next import shows its schedule and nothing else. */
	async checkWithoutEdits(schedule: Schedule): Promise<void> {
		const { db, conferenceId, model } = this;
		for (const row of await db.talk.findMany({ where: { conferenceId, isByHand: false }, select: talkStateSelect })) {
			await revertTalkEdits(db, this.opened(row.id, readTalkState(row).current), "all", this.now());
			model.edits.delete(row.id);
		}
		for (const kind of ["track", "room"] as const) {
			// A name that another one took over meanwhile cannot be taken back before that one is free of it.
			for (let round = 0; round < 9; round++) {
				for (const place of await this.places(kind)) {
					await revertTrackOrRoomName(db, { conferenceId, kind, id: place.id }, place.name);
				}
			}
		}
		for (const row of await db.speaker.findMany({ where: { conferenceId } })) {
			const opened = digestState(toSpeakerState(row));
			await revertSpeakerEdits(db, { conferenceId, speakerId: row.id, opened }, "all");
		}
		const opened = digestState(toConferenceState(await this.conference()));
		await revertConferenceEdits(db, { conferenceId, opened }, "all");

		await this.import(schedule);
		await this.check();
		expect((await this.import(schedule)).talks).toEqual({
			...{ added: 0, changed: 0, withdrawn: 0, unchanged: schedule.talks.length },
		});
		const state = await loadStored(db, SLUG);
		if (!state) throw new Error("The conference is gone.");
		const { conference, tracks, rooms, speakers, talks } = state.schedule;
		const placesIn = (places: typeof tracks, expected: Schedule["tracks"]) =>
			expected.map((place) => {
				const found = places.find(({ slug }) => slug === place.slug);
				return found && { slug: found.slug, name: found.name, position: found.position };
			});
		const positioned = (places: Schedule["tracks"]) => places.map((place, position) => ({ ...place, position }));
		expect(conference).toEqual({ ...schedule.conference, source: "schedule.xml", edited: [] });
		expect(placesIn(tracks, schedule.tracks)).toEqual(positioned(schedule.tracks));
		expect(placesIn(rooms, schedule.rooms)).toEqual(positioned(schedule.rooms));
		const expectedSpeakers = schedule.speakers.map(({ biography, ...speaker }) => {
			return { ...speaker, biographyDigest: digestText(biography) };
		});
		expect(
			expectedSpeakers.map(({ key }) => {
				const found = speakers.find((speaker) => speaker.key === key);
				return found && { key, slug: found.slug, name: found.name, biographyDigest: found.biographyDigest };
			}),
		).toEqual(expectedSpeakers);
		const there = talks.filter(({ isByHand, isWithdrawn }) => !isByHand && !isWithdrawn);
		// Known by an earlier file's key, a talk keeps it.
		const shown = there.map(({ id: _, key: __, guid: ___, ...talk }) => talk);
		const expected = schedule.talks.map(({ key: _, guid: __, abstract, description, ...talk }) => ({
			...talk,
			...{ abstractDigest: digestText(abstract), descriptionDigest: digestText(description) },
			...{ isWithdrawn: false, isByHand: false, edited: [], displayed: null },
		}));
		const bySlug = (one: { slug: string }, other: { slug: string }) => (one.slug < other.slug ? -1 : 1);
		expect(shown.toSorted(bySlug)).toEqual(expected.toSorted(bySlug));
	}

	private opened(talkId: number, shown: TalkState) {
		return { conferenceId: this.conferenceId, talkId, opened: digestState(shown) };
	}

	private conference() {
		return this.db.conference.findUniqueOrThrow({ where: { id: this.conferenceId } });
	}

	private row(id: number) {
		return this.db.talk.findUniqueOrThrow({ where: { id }, select: talkStateSelect });
	}

	private async talk(number: number) {
		const where = { conferenceId: this.conferenceId };
		const rows = await this.db.talk.findMany({ where, select: talkStateSelect, orderBy: { id: "asc" } });
		return rows[number % rows.length] as (typeof rows)[number];
	}

	private places(kind: "track" | "room") {
		const find = { where: { conferenceId: this.conferenceId }, orderBy: { id: "asc" } } as const;
		return kind === "track" ? this.db.track.findMany(find) : this.db.room.findMany(find);
	}

	private async place(kind: "track" | "room", number: number) {
		const rows = await this.places(kind);
		return rows[number % rows.length];
	}

	private async speaker(number: number) {
		const where = { conferenceId: this.conferenceId };
		const rows = await this.db.speaker.findMany({ where, orderBy: { id: "asc" } });
		return rows[number % rows.length];
	}
}

const normal = (typed: TalkInput) => ({
	...typed,
	abstract: typed.abstract.trim().replaceAll("\r\n", "\n"),
	description: typed.description.trim().replaceAll("\r\n", "\n"),
});

function byTalk<Row extends { userId: string; talkId: number }>(rows: readonly Row[]): Row[] {
	return rows.toSorted((a, b) => a.talkId - b.talkId || (a.userId < b.userId ? -1 : 1));
}

describeOnEachDatabase("whatever is imported and edited", (getDb) => {
	let db: Db;
	beforeEach(async () => {
		db = getDb();
		await db.user.deleteMany();
		await db.user.createMany({
			data: VISITORS.map((id) => ({ id, name: id, email: `${id}@example.org` })),
		});
	});

	it("no mark, note or takeaway is lost or moved, and no edit undone", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(anySchedule, { minLength: 1, maxLength: 3 }),
				fc.array(anyStep, { minLength: 4, maxLength: 14 }),
				async (schedules, steps) => {
					await db.markChange.deleteMany();
					await db.mark.deleteMany();
					await db.note.deleteMany();
					await db.conference.deleteMany();
					const first = schedules[0] as Schedule;
					await importSchedule(db, { schedule: first, warnings: [] }, { source: "schedule.xml", now: new Date(0) });
					const { id } = await db.conference.findUniqueOrThrow({ where: { slug: SLUG } });
					const run = new Run(db, schedules, id);
					await run.check();
					for (const step of steps) {
						await run.take(step);
						await run.check();
					}
					await run.checkWithoutEdits(first);
				},
			),
			runs(12),
		);
	});
});
