import { setImmediate } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { unzip } from "@/lib/testing/unzip";
import { type ArchivedFile, zipStream } from "./zip";

async function* each(files: readonly ArchivedFile[], onMade: (path: string) => void = () => {}) {
	for (const file of files) {
		onMade(file.path);
		yield file;
	}
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

const FILES = [
	{ path: "Index.md", text: "# Index\n" },
	{ path: "Talks/Ünïcode 🌊 日本語/a (2).md", text: "ä".repeat(100_000) },
	{ path: "Empty.md", text: "" },
];

/** Hard to compress. */
function noise(length: number, seed: number): string {
	let state = seed;
	return Array.from({ length }, () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return String.fromCharCode(33 + ((state >> 16) % 90));
	}).join("");
}

test("an archive is read back as what it was made of by another library", async () => {
	// 1 January 1980, 00:00.
	const modified = [33, 0];
	expect(await unzip(await bytesOf(zipStream(each(FILES))))).toEqual(FILES.map((file) => ({ ...file, modified })));
	expect(await unzip(await bytesOf(zipStream(each([]))))).toEqual([]);
});

test("the same files are the same bytes, whenever and wherever it is made", async () => {
	const first = await bytesOf(zipStream(each(FILES)));
	vi.stubEnv("TZ", "America/New_York");
	const second = await bytesOf(zipStream(each(FILES)));
	vi.unstubAllEnvs();
	expect(second).toEqual(first);
});

test("no more is made than is read, and nothing once nobody reads", async () => {
	const files = Array.from({ length: 100 }, (_, index) => ({ path: `${index}.md`, text: noise(40_000, index) }));
	const made: string[] = [];
	const reader = zipStream(each(files, (path) => made.push(path))).getReader();
	await setImmediate();
	expect(made).toEqual([]);
	const first = await reader.read();
	expect(first.value?.length).toBeGreaterThan(30_000);
	await setImmediate();
	const madeByThen = made.length;
	expect(madeByThen).toBeLessThan(20);
	await reader.cancel();
	await setImmediate();
	expect(made).toHaveLength(madeByThen);
});

test("what goes wrong while it is made is told to whoever reads", async () => {
	async function* broken() {
		yield { path: "a.md", text: "a" };
		throw new Error("The database is gone.");
	}
	await expect(bytesOf(zipStream(broken()))).rejects.toThrow("The database is gone.");
});
