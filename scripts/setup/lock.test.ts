import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withSetupLock } from "./lock.mjs";

let folder = "";
let file = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "talkshelf-lock-"));
	file = join(folder, "data/set-up.lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("one set-up runs at a time, and the lock goes with the last of them", async () => {
	const events: string[] = [];
	const setUp = (name: string) =>
		withSetupLock(async () => {
			events.push(`${name} begins`);
			await sleep(50);
			events.push(`${name} ends`);
			return name;
		}, file);
	const names = await Promise.all([setUp("a"), setUp("b")]);
	expect({ names, events, isLeft: existsSync(file) }).toEqual({
		names: ["a", "b"],
		events: ["a begins", "a ends", "b begins", "b ends"],
		isLeft: false,
	});
});

test("the lock of a process that is gone is taken over", async () => {
	await withSetupLock(async () => {}, file);
	const { pid } = spawnSync(process.execPath, ["--version"]);
	writeFileSync(file, `${pid}`);
	expect(await withSetupLock(async () => readFileSync(file, "utf8"), file)).toBe(`${process.pid}`);
});

test("a lock that nobody touches is taken over, though its number lives on in another process", async () => {
	await withSetupLock(async () => {}, file);
	writeFileSync(file, `${process.ppid}`);
	const aMinuteAgo = new Date(Date.now() - 60_000);
	utimesSync(file, aMinuteAgo, aMinuteAgo);
	expect(await withSetupLock(async () => readFileSync(file, "utf8"), file)).toBe(`${process.pid}`);
});
