import { beforeAll, expect, it } from "vitest";
import { createConference } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { findForPalette } from "./queries";

describeOnEachDatabase("the command palette", (getDb) => {
	beforeAll(async () => {
		const start = "2026-01-31T09:00:00Z";
		await createConference(getDb(), {
			slug: "new",
			startDate: "2026-01-31",
			talks: [
				{ slug: "a", start, title: "Go without wires", track: "Go", room: "Gangway", speakers: ["Ada Gosling"] },
				{ slug: "b", start, title: "Let it go", withdrawn: true },
			],
		});
		await createConference(getDb(), {
			slug: "old",
			startDate: "2025-01-31",
			talks: [{ slug: "a", start, title: "Go with wires", speakers: ["Ada Gosling"] }],
		});
	});

	const find = async (query: string, conference: string | null = null) =>
		(await findForPalette(getDb(), { query, conference })).map(({ kind, title, about, href }) => [
			kind,
			title,
			about,
			href,
		]);

	it("finds talks, people and tracks, those of the later conference first", async () => {
		expect(await find("gos")).toEqual([
			["talk", "Go without wires", "Ada Gosling · new", "/conferences/new/talks/a"],
			["talk", "Go with wires", "Ada Gosling · old", "/conferences/old/talks/a"],
			["speaker", "Ada Gosling", "new", "/conferences/new/speakers/Ada%20Gosling"],
			["speaker", "Ada Gosling", "old", "/conferences/old/speakers/Ada%20Gosling"],
		]);
		expect((await find("go")).map(([kind, title]) => [kind, title])).toContainEqual(["track", "Go"]);
		expect((await find("gang"))[0]).toEqual(["room", "Gangway", "new", "/conferences/new/rooms/Gangway"]);
		expect((await find("let it")).length).toBe(0);
	});

	it("puts the conference that is looked at first", async () => {
		expect((await find("wires", "old"))[0]?.[1]).toBe("Go with wires");
		expect((await find("old"))[0]).toEqual(["conference", "old", "", "/conferences/old"]);
	});

	it("finds what an import brought, and no longer what it took away", async () => {
		expect(await find("lamps")).toEqual([]);
		await getDb().talk.updateMany({ where: { title: "Go with wires" }, data: { title: "Go with lamps" } });
		await getDb().conference.update({ where: { slug: "old" }, data: { revision: { increment: 1 } } });
		expect((await find("lamps")).map(([, title]) => title)).toEqual(["Go with lamps"]);
		expect((await find("wires")).map(([, title]) => title)).toEqual(["Go without wires"]);
		await getDb().conference.delete({ where: { slug: "old" } });
		expect(await find("lamps")).toEqual([]);
	});

	it("finds nothing for nothing", async () => {
		expect(await find("  ")).toEqual([]);
	});
});
