import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inRoot } from "./root.mjs";

const LOCK = inRoot("data/set-up.lock");
const TOUCH_EVERY_MS = 2_000;
const STALE_AFTER_MS = 15_000;

/**
 * Runs `work` while no other process of this project's sets it up: `npm run import` may be started while `npm start` is
 * still installing. The lock of a process that is gone counts for nothing.
 * @template Result
 * @param {() => Promise<Result>} work
 */
export async function withSetupLock(work, file = LOCK) {
	for (let isAnnounced = false; !acquire(file); isAnnounced = true) {
		if (!isAnnounced) console.error("Waiting for another set-up of this folder to end.");
		await sleep(200);
	}
	const touching = setInterval(() => utimesSync(file, new Date(), new Date()), TOUCH_EVERY_MS);
	const release = () => {
		clearInterval(touching);
		rmSync(file, { force: true });
	};
	// A step that fails ends the process.
	process.once("exit", release);
	try {
		return await work();
	} finally {
		process.off("exit", release);
		release();
	}
}

/** @param {string} file */
function acquire(file) {
	mkdirSync(dirname(file), { recursive: true });
	if (isStale(file)) rmSync(file, { force: true });
	// A link to a finished file: the lock is never seen without its content.
	const draft = `${file}.${process.pid}.${randomUUID()}`;
	writeFileSync(draft, `${process.pid}`);
	try {
		linkSync(draft, file);
		return true;
	} catch {
		return false;
	} finally {
		rmSync(draft, { force: true });
	}
}

/**
 * A number may have passed to another process, in a container above all; what lives also touches its lock.
 * @param {string} file
 */
function isStale(file) {
	try {
		return Date.now() - statSync(file).mtimeMs > STALE_AFTER_MS || !isAlive(Number(readFileSync(file, "utf8")));
	} catch {
		return false;
	}
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}
