import { beforeAll, expect, it } from "vitest";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import type { SearchParams } from "@/lib/urls/search-params";
import { loadFilteredWatchlist } from "./queries";

describeOnEachDatabase("the watchlist as an address shows it", (getDb) => {
	beforeAll(async () => {
		const db = getDb();
		const { idOf } = await createConference(db, {
			slug: "conf",
			talks: [
				{ slug: "one", start: "2026-01-31T09:00:00Z", abstract: "All about wombats", track: "main" },
				{ slug: "two", start: "2026-01-31T10:00:00Z" },
				{ slug: "three", start: "2026-01-31T11:00:00Z", abstract: "Wombats again" },
			],
		});
		await createUser(db, "ada");
		await createUser(db, "bob");
		await db.mark.create({ data: { userId: "ada", talkId: idOf("one"), status: "MUST_SEE" } });
		await db.mark.create({ data: { userId: "ada", talkId: idOf("two"), status: "WATCHED" } });
		await db.mark.create({ data: { userId: "bob", talkId: idOf("three"), status: "MUST_SEE" } });
	});

	async function slugs(params: SearchParams, userId = "ada") {
		const { entries, visible } = await loadFilteredWatchlist(getDb(), { userId, params });
		return [entries.map(({ talk }) => talk.slug), visible.map(({ talk }) => talk.slug)];
	}

	it("is filtered, with all that there is beside it", async () => {
		expect(await slugs({})).toEqual([["one", "two"], ["one"]]);
		expect(await slugs({ tab: "watched" })).toEqual([["one", "two"], ["two"]]);
		expect(await slugs({ tab: "watched", track: "main" })).toEqual([["one", "two"], []]);
		expect(await slugs({}, "nobody")).toEqual([[], []]);
	});

	it("is searched for words of the abstracts, of one's own talks alone", async () => {
		expect(await slugs({ tab: "all", q: "wombats" })).toEqual([["one", "two"], ["one"]]);
		expect(await slugs({ tab: "all", q: "wombats" }, "bob")).toEqual([["three"], ["three"]]);
	});
});
