import { beforeEach, expect, it } from "vitest";
import { findConference } from "@/lib/talks/conferences";
import type { Conference } from "@/lib/talks/types";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { setMark } from "@/lib/testing/set-mark";
import { listAgendaTalks } from "./queries";

const at = (time: string) => new Date(`2026-01-${time}:00Z`);

describeOnEachDatabase("the talks of an agenda", (getDb) => {
	let conference: Conference;
	let idOf: (talk: string) => number;
	let round = 0;
	let ada: string;

	beforeEach(async () => {
		ada = await createUser(getDb(), `ada-${++round}`);
		const hall = { start: "2026-01-31T09:00:00Z", room: "hall", track: "go" };
		const slug = `agenda-${round}`;
		({ idOf } = await createConference(getDb(), {
			slug,
			talks: [
				{ ...hall, slug: "one" },
				{ ...hall, slug: "two", start: "2026-01-31T20:00:00Z" },
				...["three", "four", "five"].map((name) => ({ ...hall, slug: name, links: ["RECORDING" as const] })),
			],
		}));
		const found = await findConference(getDb(), slug);
		if (!found) throw new Error("The conference is there.");
		conference = found;
	});

	const agenda = (userId: string, now: Date) => listAgendaTalks(getDb(), { userId, conference, now });

	it("are those that the visitor has marked must-see there", async () => {
		const bob = await createUser(getDb(), `bob-${round}`);
		const other = await createConference(getDb(), {
			slug: `other-${round}`,
			talks: [{ slug: "elsewhere", start: "2026-01-31T09:00:00Z" }],
		});
		await setMark(getDb(), { userId: ada, talkId: idOf("one"), status: "MUST_SEE" });
		await setMark(getDb(), { userId: ada, talkId: idOf("three"), status: "WATCHED" });
		await setMark(getDb(), { userId: ada, talkId: idOf("four"), status: "MISSED" });
		await setMark(getDb(), { userId: bob, talkId: idOf("two"), status: "MUST_SEE" });
		await setMark(getDb(), { userId: ada, talkId: other.idOf("elsewhere"), status: "MUST_SEE" });
		expect((await agenda(ada, at("31T08:00"))).map(({ talk }) => talk.slug)).toEqual(["one"]);
		expect(await agenda("nobody", at("31T08:00"))).toEqual([]);
	});

	it("say whether they will be recorded, by what the schedule says and by what is recorded so far", async () => {
		for (const name of ["one", "two", "three"]) {
			await setMark(getDb(), { userId: ada, talkId: idOf(name), status: "MUST_SEE" });
		}
		await getDb().talk.update({ where: { id: idOf("one") }, data: { willBeRecorded: false } });
		const outlooks = (await agenda(ada, at("31T12:00"))).map(({ talk, outlook }) => [talk.slug, outlook] as const);
		expect(Object.fromEntries(outlooks)).toEqual({
			one: { kind: "will-not-be-recorded", label: "Not recorded" },
			two: { kind: "likely", label: "Probably recorded: 3 of 4 other talks in its room have one" },
			three: { kind: "recorded", label: "Has a recording" },
		});
	});

	it("say what moved since they were marked", async () => {
		const change = async (time: Date, fields: object) => {
			const { id } = await getDb().scheduleUpdate.create({
				data: { conferenceId: conference.id, at: time, source: "x", version: "", talkCount: 5 },
			});
			await getDb().talkChange.create({ data: { updateId: id, talkId: idOf("one"), kind: "CHANGED", fields } });
		};
		await change(at("10T00:00"), { room: { from: "attic", to: "cellar" } });
		await setMark(getDb(), { userId: ada, talkId: idOf("one"), status: "MUST_SEE", at: at("11T00:00") });
		await change(at("13T00:00"), { room: { from: "tent", to: "hall" } });
		await change(at("12T00:00"), { room: { from: "cellar", to: "tent" }, title: { from: "A", to: "B" } });
		expect((await agenda(ada, at("31T08:00"))).map(({ moves }) => moves)).toEqual([["moved from cellar to hall"]]);
	});
});
