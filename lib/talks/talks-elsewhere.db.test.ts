import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { Db } from "@/lib/db/client";
import { importSchedule } from "@/lib/imports/import-schedule";
import { readSchedule } from "@/lib/schedule/formats";
import { createConference } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { listTalksElsewhere, type OtherConferences } from "./talks-elsewhere";

const titles = ({ same, perhaps }: OtherConferences) => {
	const told = (all: OtherConferences["same"]) =>
		all.map(({ conference, speaker, talks }) => [conference.slug, speaker.name, talks.map(({ slug }) => slug)]);
	return { same: told(same), perhaps: told(perhaps) };
};

type Speaker = { slug: string; key: string; name: string };

/** A conference whose only speaker gives the talks. */
async function conferenceWith(
	db: Db,
	slug: string,
	startDate: string,
	speaker: Speaker,
	talks: string[],
	url?: string,
) {
	const start = `${startDate}T10:00:00Z`;
	const { id } = await createConference(db, {
		...{ slug, startDate },
		talks: talks.map((talk) => ({ slug: talk, start, speakers: [speaker.slug], withdrawn: talk === "gone" })),
	});
	await db.conference.update({ where: { id }, data: { url: url ?? null } });
	await db.speaker.updateMany({ where: { conferenceId: id, slug: speaker.slug }, data: speaker });
	return id;
}

const PAGE = "https://conf.example/2026/";

describeOnEachDatabase("a speaker's talks at other conferences", (getDb) => {
	afterEach(async () => {
		await getDb().conference.deleteMany();
	});

	it("are those of the same person, the latest conference first, and apart from them those of the same name", async () => {
		const db = getDb();
		const ada = { slug: "ada", key: "id:1", name: "Ada Lovelace" };
		const own = await conferenceWith(db, "c-2026", "2026-01-31", ada, ["now"], PAGE);
		await conferenceWith(db, "c-2024", "2024-02-03", ada, ["old-b", "old-a", "gone"], "https://conf.example/2024/");
		await conferenceWith(db, "c-2025", "2025-02-01", { ...ada, slug: "a", name: "A. Lovelace" }, ["last"], PAGE);
		await conferenceWith(db, "c-2023", "2023-02-01", { ...ada, name: "Bob Byron" }, ["not-hers"], PAGE);
		await conferenceWith(db, "d-2025", "2025-05-01", ada, ["elsewhere"], "https://other.example/");
		await conferenceWith(db, "c-2022", "2022-05-01", { ...ada, key: "id:7" }, ["other-id"], PAGE);
		await conferenceWith(db, "c-2021", "2021-05-01", ada, ["gone"], PAGE);
		expect(titles(await listTalksElsewhere(db, own, "ada"))).toEqual({
			same: [
				["c-2025", "A. Lovelace", ["last"]],
				["c-2024", "Ada Lovelace", ["old-a", "old-b"]],
			],
			perhaps: [
				["d-2025", "Ada Lovelace", ["elsewhere"]],
				["c-2022", "Ada Lovelace", ["other-id"]],
			],
		});
		expect(await listTalksElsewhere(db, own, "nobody")).toEqual({ same: [], perhaps: [] });
	});

	it("may be more than a database takes in one list", async () => {
		const db = getDb();
		const ada = { slug: "ada", key: "id:1", name: "Ada Lovelace" };
		const own = await conferenceWith(db, "c-2026", "2026-01-31", ada, ["now"], PAGE);
		const id = await conferenceWith(db, "c-2025", "2025-02-01", ada, ["one"], PAGE);
		const { id: speakerId } = await db.speaker.findFirstOrThrow({ where: { conferenceId: id } });
		const day = "2025-02-01";
		const start = new Date("2025-02-01T11:00:00Z");
		const numbers = Array.from({ length: 1200 }, (_, number) => `t${number}`);
		await db.talk.createMany({
			data: numbers.map((slug) => ({ conferenceId: id, key: slug, slug, title: slug, day, start, duration: 5 })),
		});
		const talks = await db.talk.findMany({ where: { conferenceId: id, slug: { not: "one" } }, select: { id: true } });
		await db.talkSpeaker.createMany({ data: talks.map(({ id: talkId }) => ({ talkId, speakerId, position: 0 })) });
		const { same } = await listTalksElsewhere(db, own, "ada");
		expect(same.map((one) => one.talks.length)).toEqual([1201]);
	});
});

const FOLDER = "../shared/schedules";
const found = existsSync(FOLDER);

describe.skipIf(!found)(`FOSDEM's speakers${found ? "" : ` (skipped: there is no ${FOLDER})`}`, () => {
	describeOnEachDatabase("of 2025 and 2026", (getDb) => {
		it("are joined where their ids agree, and only listed where they do not", async () => {
			const db = getDb();
			for (const file of ["fosdem-2025.xml", "fosdem-2026.as-of-2026-03-20.xml"]) {
				const parsed = await readSchedule(await readFile(`${FOLDER}/${file}`));
				await importSchedule(db, parsed, { source: file, now: new Date("2026-03-20T12:00:00Z") });
			}
			const { id } = await db.conference.findUniqueOrThrow({ where: { slug: "fosdem-2026" } });
			const speakers = await db.speaker.findMany({ where: { conferenceId: id }, select: { slug: true, name: true } });
			const counts = { same: 0, underAnotherName: 0, perhaps: 0 };
			for (const { slug, name } of speakers) {
				const { same, perhaps } = await listTalksElsewhere(db, id, slug);
				if (same.length > 0) counts.same++;
				if (same.some(({ speaker }) => speaker.name !== name)) counts.underAnotherName++;
				if (perhaps.length > 0) counts.perhaps++;
			}
			expect(counts).toEqual({ same: 303, underAnotherName: 3, perhaps: 17 });
		});
	});
});
