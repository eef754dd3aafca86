import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ScheduleError } from "@/lib/schedule/schedule-error";
import { readSource } from "./read-source";

async function refusal(source: string): Promise<string> {
	try {
		await readSource(source);
	} catch (error) {
		if (!(error instanceof ScheduleError)) throw error;
		return error.message;
	}
	throw new Error("It was read.");
}

describe("a file", () => {
	let folder: string;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), "talkshelf-source-"));
	});
	afterEach(() => rm(folder, { recursive: true }));

	it("is read by its path or file address, and stored by its name", async () => {
		const path = join(folder, "a b.xml");
		await writeFile(path, "text");
		const read = [await readSource(path), await readSource(`file://${folder}/a%20b.xml`)];
		const file = { bytes: Buffer.from("text"), source: "a b.xml", etag: "", lastModified: "" };
		expect(read).toEqual([file, file]);
	});

	it("that is larger than 32 MB, or endless, is refused", async () => {
		const path = join(folder, "large.xml");
		await writeFile(path, Buffer.alloc(32 * 1024 * 1024 + 1, " "));
		expect(await refusal(path)).toBe("The file is larger than 32 MB.");
		expect(await refusal("/dev/zero")).toBe("The file is larger than 32 MB.");
	});

	it("that is not there, a folder or of a scheme that nobody reads is refused with a sentence", async () => {
		expect(await refusal(join(folder, "x.xml"))).toBe(`There is no file "${join(folder, "x.xml")}".`);
		expect(await refusal(folder)).toBe(`"${folder}" is a folder, not a file.`);
		expect(await refusal("ftp://a.example/x")).toBe(
			'A schedule is read from http and https addresses, not from "ftp:".',
		);
		expect(await refusal("http://")).toBe('"http://" is no address.');
	});
});
