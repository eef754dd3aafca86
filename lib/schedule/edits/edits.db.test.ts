import { beforeEach, expect, it } from "vitest";
import type { Db } from "@/lib/db/client";
import { importSchedule } from "@/lib/imports/import-schedule";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { listTalkHistory, listUpdates } from "../changes/queries";
import type { Schedule, ScheduleTalk } from "../types";
import { createConference, editConference, revertConferenceEdits, toConferenceState } from "./mutations";
import { addSpeaker, editSpeaker, removeSpeaker, revertSpeakerEdits, toSpeakerState } from "./speaker-mutations";
import { createSpeakerLabels, type TalkInput } from "./talk-input";
import { addTalk, editTalk, revertTalkEdits, setTalkWithdrawn } from "./talk-mutations";
import { digestState, readTalkState, talkStateSelect } from "./talk-state";
import { addTrackOrRoom, removeTrackOrRoom, renameTrackOrRoom, revertTrackOrRoomName } from "./track-room-mutations";

const now = new Date("2026-03-20T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const md = (text: string) => ({ markup: "markdown", text }) as const;

const slides = { kind: "SLIDES", url: "https://conf.example/1.pdf", title: "Slides" } as const;
const video = { kind: "RECORDING", url: "https://conf.example/1.mp4", title: "Video" } as const;

const talk: ScheduleTalk = {
	...{ key: "guid:1", guid: "1", slug: "talk-1", title: "Talk 1", subtitle: "", type: "devroom", language: "en" },
	...{ day: "2026-01-31", start: new Date("2026-01-31T08:30:00Z"), duration: 30, track: "go", room: "a" },
	...{ url: "https://conf.example/1", isCancelled: false, abstract: md("As *scheduled*."), description: md("") },
	...{ willBeRecorded: null, speakers: ["id:1"], links: [slides] },
};
const schedule: Schedule = {
	conference: {
		...{ slug: "conf-2026", title: "Conf 2026", subtitle: "", version: "1", timeZone: "Europe/Brussels" },
		...{ startDate: "2026-01-31", endDate: "2026-02-01", dayChange: 540, venue: "ULB", city: "Brussels", url: null },
	},
	tracks: [{ slug: "go", name: "Go" }],
	rooms: [{ slug: "a", name: "A" }],
	speakers: [{ key: "id:1", slug: "ann", name: "Ann", biography: md("Is Ann.") }],
	talks: [talk],
};

const asTyped: TalkInput = {
	...{ title: "Talk 1", subtitle: "", type: "devroom", language: "en", day: "2026-01-31", time: "09:30" },
	...{ duration: 30, track: "go", room: "a", speakers: ["Ann"], url: "https://conf.example/1", isCancelled: false },
	...{ abstract: "As *scheduled*.\r\n", description: "", links: [slides] },
};

describeOnEachDatabase("edits by hand", (getDb) => {
	let db: Db;
	let conferenceId: number;
	beforeEach(async () => {
		db = getDb();
		await db.mark.deleteMany();
		await db.conference.deleteMany();
		await importAgain();
		conferenceId = (await conference()).id;
	});
	const importAgain = (changes: Partial<ScheduleTalk> = {}, also: Partial<Schedule> = {}) =>
		importSchedule(
			db,
			{ schedule: { ...schedule, talks: [{ ...talk, ...changes }], ...also }, warnings: [] },
			{ source: "schedule.xml", now },
		);
	const conference = () => db.conference.findUniqueOrThrow({ where: { slug: "conf-2026" } });
	async function open(slug = "talk-1") {
		const row = await db.talk.findUniqueOrThrow({
			where: { conferenceId_slug: { conferenceId, slug } },
			select: { ...talkStateSelect, recordedAt: true },
		});
		const { current: shown, scheduled } = readTalkState(row);
		return { conferenceId, talkId: row.id, opened: digestState(shown), shown, scheduled, row };
	}
	const changes = async () =>
		(
			await db.scheduleUpdate.findMany({
				where: { isByHand: true },
				select: {
					at: true,
					talkCount: true,
					changes: { select: { kind: true, fields: true }, orderBy: { id: "asc" } },
				},
				orderBy: { id: "asc" },
			})
		).map(({ at, ...rest }) => ({ minute: (at.getTime() - now.getTime()) / 60_000, ...rest }));

	it("changes nothing where nothing was typed over: not even the revision", async () => {
		const before = await conference();
		expect(await editTalk(db, await open(), asTyped, now)).toEqual({ kind: "unchanged" });
		expect(await conference()).toEqual(before);
		expect(await changes()).toEqual([]);
	});

	it("keeps edited fields through imports and shows what the schedule has for the others", async () => {
		await addTrackOrRoom(db, { conferenceId, kind: "room" }, "Janson");
		const input = {
			...asTyped,
			title: "Typed",
			room: "janson",
			speakers: ["Bob", "ann", "Bob"],
			links: [slides, video],
		};
		expect(await editTalk(db, await open(), input, now)).toEqual({ kind: "saved", slug: "talk-1" });
		expect((await conference()).revision).toBe(3);
		const edited = await open();
		expect(edited.row.recordedAt).toEqual(now);
		expect(edited.scheduled).toEqual({ title: "Talk 1", room: "a", speakers: ["id:1"], links: [slides] });

		await importAgain(
			{ title: "Talk one", duration: 45, abstract: md("New.") },
			{ tracks: [{ slug: "go", name: "Golang" }] },
		);
		const { shown, scheduled, row } = await open();
		expect({ ...shown, names: row.speakers.map(({ speaker }) => speaker.name).sort() }).toMatchObject({
			...{ title: "Typed", room: "janson", track: "go", duration: 45, links: [slides, video], names: ["Ann", "Bob"] },
			abstract: { markdown: "New." },
		});
		expect(scheduled).toEqual({ title: "Talk one", room: "a", speakers: ["id:1"], links: [slides] });
		// A room that only an edit names outlives the import, and so does a speaker.
		expect(await db.room.count()).toBe(2);
		expect(await db.speaker.count()).toBe(2);
	});

	it("takes one edit back, or all, or the one that is typed as the schedule has it", async () => {
		const typed = { ...asTyped, title: "Typed", day: "2026-02-01", time: "00:15", abstract: "Mine.", links: [video] };
		await editTalk(db, await open(), typed, now);
		const before = await open();
		expect(before.shown).toMatchObject({ day: "2026-02-01", start: "2026-02-01T23:15:00.000Z" });
		await revertTalkEdits(db, before, ["title"], now);
		expect(Object.keys((await open()).scheduled)).toEqual(["day", "start", "abstract", "links"]);
		await editTalk(db, await open(), { ...typed, title: "Talk 1", abstract: "As *scheduled*." }, now);
		expect(Object.keys((await open()).scheduled)).toEqual(["day", "start", "links"]);
		await revertTalkEdits(db, await open(), "all", now);
		const { shown, row } = await open();
		expect([shown.start, shown.links, row.scheduled, row.recordedAt]).toEqual([
			"2026-01-31T08:30:00.000Z",
			[slides],
			null,
			null,
		]);
		expect((await importAgain()).talks).toEqual({ added: 0, changed: 0, withdrawn: 0, unchanged: 1 });
		expect(await revertTalkEdits(db, await open(), "all", now)).toEqual({ kind: "unchanged" });
	});

	it("overwrites nothing that its editor has not seen", async () => {
		const opened = await open();
		await editTalk(db, opened, { ...asTyped, title: "First" }, now);
		const before = [await open(), (await conference()).revision, await db.speaker.count()];
		const second = { ...asTyped, title: "Second", speakers: ["Somebody new"] };
		expect(await editTalk(db, opened, second, now)).toEqual({ kind: "changed-meanwhile" });
		expect(await revertTalkEdits(db, opened, "all", now)).toEqual({ kind: "changed-meanwhile" });
		expect([await open(), (await conference()).revision, await db.speaker.count()]).toEqual(before);
		expect(await editTalk(db, await open(), second, now)).toEqual({ kind: "saved", slug: "talk-1" });
	});

	it("lets one of two editors at once through, and an import beside them", async () => {
		const opened = await open();
		const outcomes = await Promise.all([
			...["One", "Two"].map((title) => editTalk(db, opened, { ...asTyped, title }, now)),
			importAgain({ duration: 31 }),
		]);
		const kinds = outcomes.flatMap((outcome) => ("kind" in outcome ? outcome.kind : [])).sort();
		// The import may be first, and then neither has seen what it left.
		expect([
			["changed-meanwhile", "saved"],
			["changed-meanwhile", "changed-meanwhile"],
		]).toContainEqual(kinds);
		expect((await open()).shown.duration).toBe(31);
	});

	it("refuses what cannot be, and writes nothing of it", async () => {
		const before = await conference();
		const refusals = [
			await editTalk(db, await open(), { ...asTyped, room: "gone", speakers: ["New"] }, now),
			await editTalk(db, await open(), { ...asTyped, day: "2026-02-02" }, now),
			await editTalk(db, await open(), { ...asTyped, time: "25:00" }, now),
			await editTalk(db, { ...(await open()), talkId: 0 }, asTyped, now),
			await editTalk(db, { ...(await open()), conferenceId: 0 }, asTyped, now),
			await setTalkWithdrawn(db, await open(), true, now),
			await removeTrackOrRoom(db, { conferenceId, kind: "track", id: (await db.track.findFirstOrThrow()).id }),
			await removeSpeaker(db, { conferenceId, speakerId: (await db.speaker.findFirstOrThrow()).id }),
			await addTrackOrRoom(db, { conferenceId, kind: "room" }, "a"),
		];
		expect(refusals).toEqual([
			{ kind: "refused", errors: { room: "There is no such room any more." } },
			{ kind: "refused", errors: { day: "The conference is from 2026-01-31 to 2026-02-01." } },
			{ kind: "refused", errors: { time: "There is no such time." } },
			{ kind: "gone" },
			{ kind: "gone" },
			{ kind: "refused", errors: { "": "This talk is the schedule's: an import withdraws it, or brings it back." } },
			{ kind: "refused", errors: { "": "This track is the schedule's: an import removes it once no talk has it." } },
			{
				kind: "refused",
				errors: { "": "This speaker is the schedule's: an import removes them once they have no talk." },
			},
			{ kind: "refused", errors: { name: "There is a room of this name already." } },
		]);
		expect(await conference()).toEqual(before);
		expect(await db.speaker.count()).toBe(1);
	});

	it("adds talks by hand that imports leave alone, and withdraws them and brings them back", async () => {
		const input = { ...asTyped, title: "Talk 1", speakers: ["Ann", "Eve"], links: [video] };
		expect(await addTalk(db, conferenceId, input, now)).toEqual({ kind: "saved", slug: "talk-1-2" });
		const added = await open("talk-1-2");
		expect([added.row.isByHand, added.row.recordedAt, added.shown.start]).toEqual([
			true,
			now,
			"2026-01-31T08:30:00.000Z",
		]);
		await db.user.create({ data: { id: "u", name: "Guest", email: "u@example.org" } });
		await db.mark.create({ data: { userId: "u", talkId: added.talkId, status: "MISSED" } });
		await importAgain({ title: "Other" });
		expect((await open("talk-1-2")).row).toEqual(added.row);
		expect(await editTalk(db, added, { ...input, title: "日本語" }, now)).toEqual({ kind: "saved", slug: "talk-1-2" });
		expect((await open("talk-1-2")).row.scheduled).toBeNull();

		await setTalkWithdrawn(db, added, true, now);
		expect((await open("talk-1-2")).row.withdrawnAt).toEqual(now);
		await importAgain();
		expect((await open("talk-1-2")).row.withdrawnAt).toEqual(now);
		await setTalkWithdrawn(db, added, false, now);
		expect((await open("talk-1-2")).row.withdrawnAt).toBeNull();
		expect(await db.mark.count({ where: { talkId: added.talkId } })).toBe(1);
		await db.mark.deleteMany();
		await db.user.delete({ where: { id: "u" } });
	});

	it("tells the history of a sitting as one update, each talk from first to last", async () => {
		await addTrackOrRoom(db, { conferenceId, kind: "room" }, "Janson");
		await editTalk(db, await open(), { ...asTyped, title: "Typed", room: "janson" }, later(0));
		await editTalk(db, await open(), { ...asTyped, title: "Typed again", links: [slides, video] }, later(20));
		await addTalk(db, conferenceId, { ...asTyped, title: "New" }, later(45));
		await editTalk(db, await open(), asTyped, later(80));
		expect(await changes()).toEqual([
			{
				minute: 45,
				talkCount: 2,
				changes: [
					{
						kind: "CHANGED",
						fields: { title: { from: "Talk 1", to: "Typed again" }, recordings: { from: 0, to: 1 }, revisions: 2 },
					},
					{ kind: "ADDED", fields: {} },
				],
			},
			{
				minute: 80,
				talkCount: 2,
				changes: [
					{
						kind: "CHANGED",
						fields: { title: { from: "Typed again", to: "Talk 1" }, recordings: { from: 1, to: 0 } },
					},
				],
			},
		]);
	});

	it("tells nobody of a sitting in which all is as it was, and only counts what calendars may have fetched", async () => {
		await editTalk(db, await open(), { ...asTyped, title: "Typed" }, later(0));
		await revertTalkEdits(db, await open(), "all", later(1));
		const { updates } = await listUpdates(db, conferenceId);
		expect(updates.filter(({ isByHand }) => isByHand)).toEqual([]);
		expect(await listTalkHistory(db, (await open()).talkId)).toEqual([]);
		expect((await changes()).map((update) => update.changes)).toEqual([
			[{ kind: "CHANGED", fields: { revisions: 2 } }],
		]);
	});

	it("begins another sitting after an import", async () => {
		await editTalk(db, await open(), { ...asTyped, title: "Typed" }, now);
		await importAgain({ duration: 40 });
		await editTalk(db, await open(), { ...asTyped, title: "Typed again", duration: 40 }, now);
		expect((await changes()).length).toBe(2);
	});

	it("renames tracks and rooms, keeps that through imports, and removes those by hand that no talk has", async () => {
		const { id } = await db.track.findFirstOrThrow();
		const place = { conferenceId, kind: "track", id } as const;
		expect(await renameTrackOrRoom(db, place, "Gophers", "Go")).toEqual({ kind: "saved", slug: "go" });
		expect(await renameTrackOrRoom(db, place, "Golang", "Go")).toEqual({ kind: "changed-meanwhile" });
		await importAgain({}, { tracks: [{ slug: "go", name: "The Go room" }] });
		expect(await db.track.findUniqueOrThrow({ where: { id } })).toMatchObject({
			...{ slug: "go", name: "Gophers", scheduled: { name: "The Go room" } },
		});
		await revertTrackOrRoomName(db, place, "Gophers");
		expect(await db.track.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: "The Go room", scheduled: null });

		await addTrackOrRoom(db, { conferenceId, kind: "track" }, "Mine");
		const mine = await db.track.findFirstOrThrow({ where: { slug: "mine" } });
		expect([mine.position, mine.isByHand]).toEqual([1, true]);
		await editTalk(db, await open(), { ...asTyped, track: "mine" }, now);
		const remove = () => removeTrackOrRoom(db, { conferenceId, kind: "track", id: mine.id });
		expect(await remove()).toEqual({ kind: "refused", errors: { "": "Talks are in it: “Talk 1”. Move them first." } });
		await revertTalkEdits(db, await open(), "all", now);
		expect(await remove()).toEqual({ kind: "saved" });
		expect(await db.track.count()).toBe(1);
	});

	it("edits speakers through imports, and removes those by hand that have no talk", async () => {
		const ann = async () => {
			const row = await db.speaker.findFirstOrThrow({ where: { slug: "ann" } });
			return { row, conferenceId, speakerId: row.id, opened: digestState(toSpeakerState(row)) };
		};
		const input = { name: "Ann B.", biography: "Is *Ann*." };
		expect(await editSpeaker(db, await ann(), input)).toEqual({ kind: "saved", slug: "ann" });
		const renamed = [{ key: "id:1", slug: "ann", name: "Anna", biography: md("Is Anna.") }];
		await importAgain({}, { speakers: renamed });
		expect((await ann()).row).toMatchObject({
			...input,
			scheduled: { name: "Anna", biography: { markdown: "Is Anna." } },
		});
		await revertSpeakerEdits(db, await ann(), ["name"]);
		expect((await ann()).row).toMatchObject({ name: "Anna", biography: "Is *Ann*." });
		await revertSpeakerEdits(db, await ann(), "all");
		expect((await ann()).row).toMatchObject({ name: "Anna", biography: "Is Anna.", scheduled: null });
		expect((await importAgain({}, { speakers: renamed })).talks.unchanged).toBe(1);

		expect(await addSpeaker(db, conferenceId, { name: "Anna", biography: "" })).toEqual({
			kind: "saved",
			slug: "anna",
		});
		const rows = await db.speaker.findMany({ orderBy: { id: "asc" } });
		expect([...createSpeakerLabels(rows).values()]).toEqual(["Anna [ann]", "Anna [anna]"]);
		await editTalk(db, await open(), { ...asTyped, speakers: ["Anna [anna]"] }, now);
		const speakerId = rows[1]?.id ?? 0;
		expect(await removeSpeaker(db, { conferenceId, speakerId })).toMatchObject({ kind: "refused" });
		await revertTalkEdits(db, await open(), "all", now);
		expect(await removeSpeaker(db, { conferenceId, speakerId })).toEqual({ kind: "saved" });
	});

	it("edits a conference through imports, and takes that back", async () => {
		const opened = async () => ({ conferenceId, opened: digestState(toConferenceState(await conference())) });
		const input = { ...toConferenceState(await conference()), title: "My Conf", venue: "" };
		expect(await editConference(db, await opened(), input)).toEqual({ kind: "saved", slug: "conf-2026" });
		await importAgain({}, { conference: { ...schedule.conference, title: "Conf '26", city: "Bruxelles" } });
		expect(await conference()).toMatchObject({
			...{ title: "My Conf", venue: "", city: "Bruxelles", scheduled: { title: "Conf '26", venue: "ULB" } },
		});
		await revertConferenceEdits(db, await opened(), ["title"]);
		expect(await conference()).toMatchObject({ title: "Conf '26", scheduled: { venue: "ULB" } });
		await revertConferenceEdits(db, await opened(), "all");
		expect(await conference()).toMatchObject({ venue: "ULB", scheduled: null });
	});

	it("makes conferences by hand, whose talks keep their time of day in another zone", async () => {
		const { slug: _, version: __, ...input } = { ...schedule.conference, title: "New" };
		const slugs = [await createConference(db, input), await createConference(db, input)];
		expect(slugs).toEqual([{ slug: "new-2" }, { slug: "new-3" }]);
		const made = await db.conference.findUniqueOrThrow({ where: { slug: "new-2" } });
		expect(made).toMatchObject({ ...input, source: "", revision: 1 });
		await addTalk(db, made.id, { ...asTyped, track: null, room: null }, now);
		const opened = digestState(toConferenceState(made));
		await editConference(db, { conferenceId: made.id, opened }, { ...input, timeZone: "Asia/Tokyo" });
		const found = await db.talk.findFirstOrThrow({ where: { conferenceId: made.id } });
		expect(found).toMatchObject({ start: new Date("2026-01-31T00:30:00Z"), day: "2026-01-31", slug: "talk-1" });
		expect(await db.conference.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({ scheduled: null });
	});
});
