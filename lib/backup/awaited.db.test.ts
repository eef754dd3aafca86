import { beforeEach, expect, it } from "vitest";
import { mergeVisitors } from "@/lib/accounts/merge-visitors";
import { importSchedule } from "@/lib/imports/import-schedule";
import { readSchedule } from "@/lib/schedule/formats";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { collectBackup } from "./collect";
import { EMPTY_BACKUP, emptyTalk } from "./empty";
import { restoreBackup } from "./restore";
import type { Backup, TalkBackup } from "./types";

const at = "2026-02-11T16:56:21.000Z";
const later = "2026-02-12T16:56:21.000Z";
const guid = "3d0b1a4e-7d7c-5b0e-9a52-6f1f0f6c9a01";
const ref = { conference: "tides-2031", guid, key: `guid:${guid}`, title: "Tides", url: "https://conf.example/tides" };

const SCHEDULE = `<?xml version="1.0" encoding="UTF-8"?>
<schedule>
	<conference>
		<acronym>tides-2031</acronym>
		<title>Tides 2031</title>
		<start>2031-01-31</start>
		<end>2031-01-31</end>
		<time_zone_name>Europe/Brussels</time_zone_name>
	</conference>
	<day index="1" date="2031-01-31">
		<room name="A">
			<event id="1" guid="${guid}">
				<date>2031-01-31T10:00:00+01:00</date>
				<start>10:00</start>
				<duration>00:30</duration>
				<slug>tides</slug>
				<title>Tides, renamed</title>
				<url>https://conf.example/tides-renamed</url>
			</event>
		</room>
	</day>
</schedule>`;

describeOnEachDatabase("what awaits talks that are not here", (getDb) => {
	beforeEach(async () => {
		await getDb().user.deleteMany();
		await getDb().conference.deleteMany();
		for (const id of ["guest", "account"]) {
			const isAnonymous = id === "guest";
			await getDb().user.create({ data: { id, name: id, email: `${id}@example.org`, isAnonymous } });
		}
	});

	const withNote = (text: string, updatedAt: string): TalkBackup => ({
		...emptyTalk(ref),
		note: { text, takeaways: [{ id: "a", text }], createdAt: at, updatedAt, revisions: [] },
	});
	const backup = (changes: Partial<Backup>): Backup => ({
		...EMPTY_BACKUP,
		conferences: [{ slug: "tides-2031", title: "Tides 2031" }],
		...changes,
	});
	const bringSchedule = async () =>
		importSchedule(getDb(), await readSchedule(Buffer.from(SCHEDULE)), { source: "test.xml", now: new Date(at) });

	it("is the visitor's once an import brings the talk, whatever it is called by then", async () => {
		const mark = { id: "p", from: null, to: "WATCHED" as const, at, correctedDay: "2026-02-10" };
		const talk = {
			...withNote("Written", at),
			log: [mark],
			mark: "WATCHED" as const,
			topics: [{ name: "Sea", addedAt: at }],
		};
		const topics = [{ slug: "sea", name: "Sea", createdAt: at }];
		await restoreBackup(getDb(), "account", backup({ talks: [talk], topics }));
		expect(await getDb().note.count()).toBe(0);
		await bringSchedule();
		const { talks } = await collectBackup(getDb(), "account");
		expect(talks).toEqual([{ ...talk, title: "Tides, renamed", url: "https://conf.example/tides-renamed" }]);
		expect(await getDb().note.count()).toBe(1);
		expect(await getDb().awaitedTalk.count()).toBe(0);
		// An import that changes nothing, and another one, give nobody anything twice.
		await bringSchedule();
		expect((await collectBackup(getDb(), "account")).talks).toEqual(talks);
	});

	it("fills the places of write-ups, and their editors notice", async () => {
		const texts = { title: "Post", date: "", slug: "", description: "", frontMatter: "", intro: "", outro: "" };
		const item = { id: "i", heading: null, text: null, takeaways: null, leftOut: [], talk: ref };
		const writeUp = {
			...{ id: "post", ...texts, categories: [], tags: [], keywords: [] },
			sections: [{ id: "s", heading: "One", prose: "", items: [item] }],
			...{ options: null, scope: { kind: "nothing" as const }, publication: null, createdAt: at, updatedAt: at },
		};
		await restoreBackup(getDb(), "account", { ...EMPTY_BACKUP, writeUps: [writeUp] });
		expect((await collectBackup(getDb(), "account")).writeUps).toEqual([writeUp]);
		await bringSchedule();
		expect(await getDb().writeUpItem.findFirst()).toMatchObject({ talkId: expect.any(Number), missingTalk: null });
		expect(await getDb().writeUp.findFirst()).toMatchObject({ revision: 2, updatedAt: new Date(at) });
	});

	it("comes along when a guest signs in, beside what the account awaits", async () => {
		await restoreBackup(getDb(), "guest", backup({ talks: [withNote("The guest's", later)] }));
		await restoreBackup(getDb(), "account", backup({ talks: [withNote("The account's", at)] }));
		await mergeVisitors(getDb(), { fromUserId: "guest", toUserId: "account" });
		const merged = {
			text: "The guest's",
			revisions: [{ text: "The account's", takeaways: [{ id: "a", text: "The account's" }], savedAt: at }],
		};
		expect((await collectBackup(getDb(), "account")).talks).toMatchObject([{ ...ref, note: merged }]);
		await bringSchedule();
		expect((await collectBackup(getDb(), "account")).talks).toMatchObject([{ title: "Tides, renamed", note: merged }]);
	});
});
