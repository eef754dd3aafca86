import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { Db } from "@/lib/db/client";
import { importSchedule } from "@/lib/imports/import-schedule";
import { GENERATOR } from "@/lib/testing/any-published";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { readSchedule } from "../formats";
import { loadPublished } from "./queries";
import type { PublishedSchedule } from "./types";
import { writeFrabXml } from "./write-frab-xml";
import { writeScheduleJson } from "./write-schedule-json";

const SAMPLE = "lib/schedule/sample/fosdem-2026.xml";
const INVENTED = "e2e/fixtures/conference.xml";
const FOLDER = "../shared/schedules";
const REAL = ["fosdem-2026.as-of-2026-03-20.xml", "fosdem-2025.xml", "kielux_2020.ics", "hub-schedule2.json"];
const source = "https://conf.example/schedule";
const now = new Date("2026-03-20T12:00:00Z");

const FORMATS = {
	"frab XML": (schedule: PublishedSchedule) => writeFrabXml(schedule, GENERATOR),
	"schedule JSON": (schedule: PublishedSchedule) =>
		writeScheduleJson(schedule, GENERATOR, (slug) => `https://talks.example/${slug}`),
};

async function exported(db: Db, slug: string): Promise<PublishedSchedule> {
	const schedule = await loadPublished(db, slug);
	if (!schedule) throw new Error(`There is no ${slug}.`);
	return schedule;
}

async function comesBack(db: Db, file: string): Promise<void> {
	const parsed = await readSchedule(await readFile(file));
	const { slug } = parsed.schedule.conference;
	const first = await importSchedule(db, parsed, { source, now });
	const before = await exported(db, slug);
	expect(before.talks).toHaveLength(first.talks.added);
	const { revision } = await db.conference.findUniqueOrThrow({ where: { slug } });
	for (const write of Object.values(FORMATS)) {
		const again = await importSchedule(db, await readSchedule(write(before)), { source, now: new Date() });
		expect(again.talks).toEqual({ added: 0, changed: 0, withdrawn: 0, unchanged: first.talks.added });
		expect(await exported(db, slug)).toEqual(before);
	}
	expect((await db.conference.findUniqueOrThrow({ where: { slug } })).revision).toBe(revision);
}

describeOnEachDatabase("what is published, imported again", (getDb) => {
	afterEach(async () => {
		await getDb().conference.deleteMany();
	});

	it.each([SAMPLE, INVENTED])("changes nothing of %s", (file) => comesBack(getDb(), file));

	it("leaves withdrawn talks, and who only spoke there, out", async () => {
		const db = getDb();
		const parsed = await readSchedule(await readFile(SAMPLE));
		await importSchedule(db, parsed, { source, now });
		const { slug } = parsed.schedule.conference;
		const before = await exported(db, slug);
		const [gone, ...rest] = parsed.schedule.talks;
		await importSchedule(db, { ...parsed, schedule: { ...parsed.schedule, talks: rest } }, { source, now });
		const after = await exported(db, slug);
		expect(after.talks.map(({ key }) => key)).toEqual(
			before.talks.map(({ key }) => key).filter((key) => key !== gone?.key),
		);
		const speaking = new Set(after.talks.flatMap(({ speakers }) => speakers));
		expect(after.speakers.map(({ key }) => key).sort()).toEqual([...speaking].sort());
	});

	it("is null for a conference that is not there", async () => {
		expect(await loadPublished(getDb(), "nowhere")).toBeNull();
	});

	it("shows what was edited by hand as before", async () => {
		const db = getDb();
		await importSchedule(db, await readSchedule(await readFile(SAMPLE)), { source, now });
		const { slug } = await db.conference.findFirstOrThrow();
		const { id, title, abstract } = await db.talk.findFirstOrThrow({ where: { abstract: { not: "" } } });
		const scheduled = { title, abstract: { markdown: abstract, digest: "0".repeat(32) } };
		await db.talk.update({ where: { id }, data: { title: "By hand", abstract: "*Typed* over.", scheduled } });
		const before = await exported(db, slug);
		for (const write of Object.values(FORMATS)) {
			const { talks } = await importSchedule(db, await readSchedule(write(before)), { source, now });
			expect([talks.added, talks.withdrawn]).toEqual([0, 0]);
			const after = await exported(db, slug);
			const shown = ({ updatedAt: _, ...talk }: PublishedSchedule["talks"][number]) => talk;
			expect({ ...after, talks: after.talks.map(shown) }).toEqual({ ...before, talks: before.talks.map(shown) });
		}
	});

	it("knows by its guid what was made by hand, and leaves it as it is", async () => {
		const db = getDb();
		const parsed = await readSchedule(await readFile(SAMPLE));
		await importSchedule(db, parsed, { source, now });
		const conference = await db.conference.findFirstOrThrow();
		const conferenceId = conference.id;
		const hand = { conferenceId, isByHand: true, slug: "by-hand" };
		const { id: speakerId } = await db.speaker.create({ data: { ...hand, key: "hand:1", name: "By Hand" } });
		const day = parsed.schedule.talks[0]?.day ?? "";
		const start = new Date(`${day}T11:00:00Z`);
		await db.talk.create({
			data: {
				...{ ...hand, key: "hand:2", title: "By hand", day, start, duration: 5 },
				speakers: { create: { speakerId, position: 0 } },
			},
		});
		const before = await exported(db, conference.slug);
		expect(before.talks).toHaveLength(18);
		for (const write of Object.values(FORMATS)) {
			const { talks } = await importSchedule(db, await readSchedule(write(before)), { source, now });
			expect(talks).toEqual({ added: 0, changed: 0, withdrawn: 0, unchanged: 17 });
			expect(await exported(db, conference.slug)).toEqual(before);
		}
	});
});

const found = existsSync(FOLDER);

describe.skipIf(!found)(`real schedules${found ? "" : ` (skipped: there is no ${FOLDER})`}`, () => {
	describeOnEachDatabase("are the same after they came out and in again", (getDb) => {
		it.each(REAL)("%s", (file) => comesBack(getDb(), `${FOLDER}/${file}`));
	});
});
