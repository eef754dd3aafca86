import { fetchChecked } from "./fetch-checked";
import { isPublicAddress } from "./public-address";
import { ScheduleError } from "./schedule-error";
import { MAX_SCHEDULE_BYTES } from "./text-chunks";

export type FindProgress = {
	readonly phase: "fetching";
	/** What is being fetched, without a password. */
	readonly address: string;
	/** Of it, so far. */
	readonly bytes: number;
};

export type FindOptions = {
	readonly onProgress?: (progress: FindProgress) => void;
	/** Whether this machine and private networks may be read from; by default what ALLOW_PRIVATE_SOURCES says. */
	readonly allowPrivate?: boolean;
	/** For all of it (30,000). */
	readonly timeoutMs?: number;
};

export type FoundSchedule = {
	readonly bytes: Uint8Array;
	/** The address at which it was found, without a password. */
	readonly source: string;
	/** What the server said of it; "" where it did not. */
	readonly etag: string;
	readonly lastModified: string;
};

const DEFAULT_TIMEOUT_MS = 30_000;

/** Finds a schedule from an http(s) address. Throws a `ScheduleError` with one sentence where there is none. */
export async function findSchedule(address: string, options: FindOptions = {}): Promise<FoundSchedule> {
	const { timeoutMs = DEFAULT_TIMEOUT_MS, allowPrivate = process.env.ALLOW_PRIVATE_SOURCES === "1" } = options;
	if (!URL.canParse(address)) throw new ScheduleError(`"${address}" is no address.`);
	const url = new URL(address);
	url.username = "";
	url.password = "";
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of fetchChecked(address, {
		timeoutMs,
		isAllowed: allowPrivate ? () => true : isPublicAddress,
	})) {
		bytes += chunk.length;
		if (bytes > MAX_SCHEDULE_BYTES) throw new ScheduleError("The file is larger than 32 MB.");
		chunks.push(chunk);
		options.onProgress?.({ phase: "fetching", address: url.href, bytes });
	}
	return { bytes: Buffer.concat(chunks), source: url.href, etag: "", lastModified: "" };
}
