import { beforeEach, expect, it } from "vitest";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { deleteStaged, stageSchedule } from "./mutations";
import { findStaged } from "./queries";

const NOON = new Date("2026-01-31T12:00:00Z");
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

describeOnEachDatabase("a staged schedule", (getDb) => {
	beforeEach(async () => {
		await getDb().user.deleteMany();
		for (const id of ["ada", "grace"]) {
			await getDb().user.create({ data: { id, name: id, email: `${id}@example.org` } });
		}
	});

	const file = (text: string) => ({
		source: `${text}.xml`,
		bytes: new TextEncoder().encode(text),
		etag: '"1"',
		lastModified: "Sat, 31 Jan 2026 12:00:00 GMT",
	});
	const stage = (userId: string, text: string, now = NOON) => stageSchedule(getDb(), { userId, file: file(text), now });
	const find = async (id: string, userId: string, now = NOON) => {
		const found = await findStaged(getDb(), { id, userId, now });
		return found && { ...found, bytes: new Uint8Array(found.bytes) };
	};

	it("is found again as it was, by its visitor alone", async () => {
		const id = await stage("ada", "one");
		expect(await find(id, "ada")).toEqual(file("one"));
		expect(await find(id, "grace")).toBeNull();
		expect(await find("nothing", "ada")).toBeNull();
	});

	it("is dropped by its visitor alone", async () => {
		const id = await stage("ada", "one");
		await deleteStaged(getDb(), { id, userId: "grace" });
		expect(await find(id, "ada")).not.toBeNull();
		await deleteStaged(getDb(), { id, userId: "ada" });
		expect(await find(id, "ada")).toBeNull();
	});

	it("is gone after an hour, and removed when somebody stages another", async () => {
		const id = await stage("ada", "one");
		expect(await find(id, "ada", later(60))).not.toBeNull();
		expect(await find(id, "ada", later(61))).toBeNull();
		expect(await getDb().stagedSchedule.count()).toBe(1);
		await stage("grace", "two", later(61));
		expect((await getDb().stagedSchedule.findMany()).map(({ source }) => source)).toEqual(["two.xml"]);
	});

	it("gives way to a visitor's later ones, of which five are kept, and not to another's", async () => {
		await stage("grace", "hers");
		for (let number = 1; number <= 7; number++) await stage("ada", `${number}`, later(number));
		const kept = await getDb().stagedSchedule.findMany({ orderBy: { createdAt: "asc" } });
		expect(kept.map(({ source }) => source)).toEqual(["hers", "3", "4", "5", "6", "7"].map((name) => `${name}.xml`));
	});

	it("holds as much as a schedule may be large", async () => {
		const bytes = new Uint8Array(32 * 1024 * 1024).map((_, index) => index % 251);
		const id = await stageSchedule(getDb(), { userId: "ada", file: { ...file("large"), bytes }, now: NOON });
		const found = await find(id, "ada");
		expect(found && Buffer.compare(found.bytes, bytes)).toBe(0);
	});
});
