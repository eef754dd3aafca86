import { beforeAll, beforeEach, expect, it } from "vitest";
import type { Db } from "@/lib/db/client";
import { createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { createWriteUp, deleteWriteUp } from "../mutations";
import { EMPTY_CONTENT } from "../types";
import { publish, unpublish } from "./mutations";
import { findFeedToken, findPublishedFeed, findPublishedWriteUp } from "./queries";

const INPUT = { authorName: "Ada", isIndexed: false, canonicalUrl: null };

describeOnEachDatabase("publications", (getDb) => {
	let db: Db;

	beforeAll(async () => {
		db = getDb();
		await createUser(db, "ada");
		await createUser(db, "bob");
	});

	beforeEach(async () => {
		await db.writeUp.deleteMany();
	});

	const create = async (title = "Talks") => {
		const content = { ...EMPTY_CONTENT, title, intro: "Hello." };
		const scope = { kind: "nothing" } as const;
		return { userId: "ada", id: (await createWriteUp(db, { userId: "ada", content, options: null, scope })) ?? "" };
	};

	it("are found by their token alone, and not once they are taken down", async () => {
		const of = await create();
		expect(await publish(db, { ...of, userId: "bob" }, INPUT)).toBeNull();
		const publication = await publish(db, of, INPUT);
		const token = publication?.token ?? "";
		expect(token).toMatch(/^[\w-]{43}$/);
		expect(await findPublishedWriteUp(db, token)).toMatchObject({ content: { title: "Talks" }, publication: INPUT });
		expect(await findPublishedWriteUp(db, token.toLowerCase())).toBeNull();
		expect(await findPublishedWriteUp(db, "")).toBeNull();
		expect(await unpublish(db, { ...of, userId: "bob" })).toBe(false);
		expect(await unpublish(db, of)).toBe(true);
		expect(await unpublish(db, of)).toBe(false);
		expect(await findPublishedWriteUp(db, token)).toBeNull();
		expect((await publish(db, of, INPUT))?.token).not.toBe(token);
	});

	it("keep their address while what is said of them changes, and go with their write-up", async () => {
		const of = await create();
		const first = await publish(db, of, INPUT);
		const changed = { authorName: "", isIndexed: true, canonicalUrl: "https://blog.example/a" };
		expect(await publish(db, of, changed)).toEqual({ ...first, ...changed });
		await deleteWriteUp(db, of);
		expect(await findPublishedWriteUp(db, first?.token ?? "")).toBeNull();
	});

	it("are in their author's feed, and nothing else is", async () => {
		const one = await create("One");
		await create("Draft");
		const published = await publish(db, one, INPUT);
		const feed = (await findFeedToken(db, "ada")) ?? "";
		expect(await findPublishedFeed(db, feed)).toMatchObject([
			{ token: published?.token, title: "One", authorName: "Ada" },
		]);
		await unpublish(db, one);
		expect(await findPublishedFeed(db, feed)).toEqual([]);
		expect(await findFeedToken(db, "bob")).toBeNull();
		expect(await findPublishedFeed(db, published?.token ?? "")).toBeNull();
	});
});
