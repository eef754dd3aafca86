import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { MAX_SCHEDULE_BYTES } from "@/lib/schedule/reading/text-chunks";
import { ScheduleError } from "@/lib/schedule/schedule-error";
import { parseUrl } from "@/lib/urls/parse-url";
import { type FindOptions, type FoundSchedule, findSchedule } from "./find-schedule";

/**
 * Fetches what an address leads to (see `findSchedule`), or reads the file at a path, whose name is its source. Throws a
 * `ScheduleError` with one sentence where it cannot.
 */
export async function readSource(input: string, options: FindOptions = {}): Promise<FoundSchedule> {
	const source = input.trim();
	const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(source)?.[1]?.toLowerCase();
	if (scheme === "http" || scheme === "https" || scheme === "webcal") return findSchedule(source, options);
	if (scheme !== "file" && /^[a-z][a-z0-9+.-]+:\/\//i.test(source)) {
		throw new ScheduleError(`A schedule is read from http and https addresses, not from "${scheme}:".`);
	}
	const path = scheme === "file" && parseUrl(source) ? fileURLToPath(source) : source;
	return { bytes: await readFile(path), source: basename(path), etag: "", lastModified: "" };
}

async function readFile(path: string): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	try {
		// Not `readFile`: what is endless, such as a device, is left where it is too much.
		for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
			size += chunk.length;
			if (size > MAX_SCHEDULE_BYTES) throw new ScheduleError("The file is larger than 32 MB.");
			chunks.push(chunk);
		}
		return Buffer.concat(chunks);
	} catch (error) {
		if (error instanceof ScheduleError) throw error;
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
