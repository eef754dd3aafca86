import { beforeAll, expect, it } from "vitest";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { collectTalks, resolveRequest } from "./collect";

describeOnEachDatabase("an export of what the watchlist shows", (getDb) => {
	beforeAll(async () => {
		const db = getDb();
		await createUser(db, "ada");
		for (const slug of ["conf", "other"]) {
			const { idOf } = await createConference(db, {
				slug,
				talks: [
					{ slug: `${slug}-watched`, start: "2026-01-31T09:00:00Z" },
					{ slug: `${slug}-missed`, start: "2026-01-31T10:00:00Z" },
					{ slug: `${slug}-noted`, start: "2026-01-31T11:00:00Z" },
				],
			});
			await db.mark.create({ data: { userId: "ada", talkId: idOf(`${slug}-watched`), status: "WATCHED" } });
			await db.mark.create({ data: { userId: "ada", talkId: idOf(`${slug}-missed`), status: "MISSED" } });
			for (const talk of ["watched", "noted"]) {
				await db.note.create({ data: { userId: "ada", talkId: idOf(`${slug}-${talk}`), text: "Mine." } });
			}
		}
	});

	async function exported(query: string, userId: string | null = "ada"): Promise<string[] | undefined> {
		const request = await resolveRequest(getDb(), userId, new URLSearchParams(query));
		const collected = await collectTalks(getDb(), userId, request);
		return collected?.talks.map(({ slug }) => slug).sort();
	}

	it("has the talks of the tab and filter, with a note or without", async () => {
		expect(await exported("watchlist=1")).toEqual(["conf-missed", "other-missed"]);
		expect(await exported("watchlist=1&tab=watched")).toEqual(["conf-watched", "other-watched"]);
		expect(await exported("watchlist=1&tab=all&conference=conf")).toEqual(["conf-missed", "conf-watched"]);
		expect(await exported("watchlist=1&tab=all&conference=conf&conference=other&q=missed")).toEqual([
			"conf-missed",
			"other-missed",
		]);
	});

	it("is of everything, or of one conference, where the watchlist is not named", async () => {
		expect(await exported("tab=missed")).toEqual(["conf-noted", "conf-watched", "other-noted", "other-watched"]);
		expect(await exported("conference=conf")).toEqual(["conf-noted", "conf-watched"]);
		expect(await exported("conference=unknown")).toBeUndefined();
	});

	it("is empty for nobody", async () => {
		expect(await exported("watchlist=1&tab=all", null)).toEqual([]);
	});
});
