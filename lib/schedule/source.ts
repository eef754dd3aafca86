import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { fetchChecked } from "./fetch-checked";
import { readSchedule } from "./formats";
import { isPublicAddress } from "./public-address";
import { ScheduleError } from "./schedule-error";
import type { ParsedSchedule } from "./types";

export type SourceOptions = {
	/** For an address, all of it included. */
	readonly timeoutMs?: number;
	/** Whether this machine and private networks may be read from; by default what ALLOW_PRIVATE_SOURCES says. */
	readonly allowPrivate?: boolean;
};

export type ReadSource = ParsedSchedule & {
	/** What to show and store as its source: the address without a password, or the file's name. */
	readonly source: string;
};

const DEFAULT_TIMEOUT_MS = 30_000;

/** Reads the schedule in a file or at an http(s) address. Throws a `ScheduleError` with one sentence where it cannot. */
export async function readSource(source: string, options: SourceOptions = {}): Promise<ReadSource> {
	const { name, chunks } = open(source.trim(), options);
	return { ...(await readSchedule(chunks)), source: name };
}

function open(source: string, options: SourceOptions): { name: string; chunks: AsyncIterable<Uint8Array> } {
	const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(source)?.[1]?.toLowerCase();
	if (scheme === "http" || scheme === "https") {
		if (!URL.canParse(source)) throw new ScheduleError(`"${source}" is no address.`);
		const { timeoutMs = DEFAULT_TIMEOUT_MS, allowPrivate = process.env.ALLOW_PRIVATE_SOURCES === "1" } = options;
		const isAllowed = allowPrivate ? () => true : isPublicAddress;
		return { name: withoutPassword(source), chunks: fetchChecked(source, { timeoutMs, isAllowed }) };
	}
	if (scheme === "file") {
		const path = URL.canParse(source) ? fileURLToPath(source) : source;
		return { name: basename(path), chunks: readFile(path) };
	}
	if (/^[a-z][a-z0-9+.-]+:\/\//i.test(source)) {
		throw new ScheduleError(`A schedule is read from http and https addresses, not from "${scheme}:".`);
	}
	return { name: basename(source), chunks: readFile(source) };
}

function withoutPassword(address: string): string {
	const url = new URL(address);
	url.username = "";
	url.password = "";
	return url.href;
}

async function* readFile(path: string): AsyncGenerator<Uint8Array> {
	try {
		yield* createReadStream(path);
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		const reasons: Readonly<Record<string, string>> = {
			ENOENT: `There is no file "${path}".`,
			EISDIR: `"${path}" is a folder, not a file.`,
			EACCES: `The file "${path}" may not be read.`,
			EPERM: `The file "${path}" may not be read.`,
		};
		throw new ScheduleError(reasons[code ?? ""] ?? `The file "${path}" cannot be read: ${message}.`, { cause: error });
	}
}
