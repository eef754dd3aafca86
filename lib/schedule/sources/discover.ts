import { type Deadline, deadlineIn, type Fetched, type Validators } from "@/lib/fetch/fetch-checked";
import { allowedSources } from "@/lib/fetch/public-address";
import { parseUrl } from "../fields/parse-url";
import { readSchedule, recogniseFormat } from "../formats";
import { MAX_SCHEDULE_BYTES } from "../reading/text-chunks";
import { ScheduleError } from "../schedule-error";
import { fetchSchedule } from "./fetch-schedule";
import { fosdemFiles, pretalxFiles } from "./known-publishers";
import { pretalxWidgets, scheduleLinks } from "./schedule-links";

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

export type FoundSchedule = Validators & {
	readonly bytes: Uint8Array;
	/** The address at which it was found, without a password. */
	readonly source: string;
};

const DEFAULT_TIMEOUT_MS = 30_000;
const MOST_FETCHES = 8;
// What a page leads to first is likely it; where it is not, a page about the schedule deserves its turn.
const MOST_FILES_OF_A_PAGE = 3;
const MOST_BYTES = 2 * MAX_SCHEDULE_BYTES;

/**
 * Finds a schedule from an http(s) address ("https://" may be left out): of its file, of a pretalx event, of a year of
 * FOSDEM, or of any page that links to the file or to a page that does. Throws a `ScheduleError` with one sentence
 * where there is none.
 */
export async function findSchedule(address: string, options: FindOptions = {}): Promise<FoundSchedule> {
	const start = addressOf(address);
	const search: Search = {
		options,
		deadline: deadlineIn(options.timeoutMs ?? DEFAULT_TIMEOUT_MS),
		tried: [],
		bytesLeft: MOST_BYTES,
	};
	const first = await look(search, start);
	if ("source" in first) return first;
	const found = await fromPage(search, first, true);
	if (found) return found;
	const others = search.tried.slice(1).map(shown);
	throw new ScheduleError(
		others.length === 0
			? `${shown(start)} is a page that links to no schedule.`
			: `${shown(start)} is a page that leads to no schedule; tried ${inWords(others)}.`,
	);
}

type Search = {
	readonly options: FindOptions;
	readonly deadline: Deadline;
	/** Addresses, in order. */
	readonly tried: string[];
	bytesLeft: number;
};

/** An HTML page. */
type Page = { readonly address: string; readonly html: string };

async function fromPage(search: Search, page: Page, mayFollow: boolean): Promise<FoundSchedule | null> {
	const { address, html } = page;
	const { files, pages } = scheduleLinks(html, address);
	const isPretalx = /pretalx/i.test(address + html);
	const known = [...fosdemFiles(address), ...pretalxWidgets(html, address).flatMap(pretalxFiles)];
	const likely = [...known, ...(isPretalx ? pretalxFiles(address) : []), ...files];
	for (const file of likely.slice(0, Math.max(MOST_FILES_OF_A_PAGE, known.length))) {
		const found = await tryToLook(search, file);
		if (found && "source" in found) return found;
	}
	if (!mayFollow) return null;
	for (const next of pages) {
		const found = await tryToLook(search, next);
		if (!found) continue;
		const schedule = "source" in found ? found : await fromPage(search, found, false);
		if (schedule) return schedule;
	}
	return null;
}

/** Null where there is nothing to be had, nothing more may be fetched, or that was tried before. */
async function tryToLook(search: Search, address: string): Promise<FoundSchedule | Page | null> {
	if (search.tried.length >= MOST_FETCHES || search.tried.includes(address)) return null;
	try {
		return await look(search, address);
	} catch (error) {
		// One link that leads nowhere says nothing of the next; but when time is up, it is up.
		if (!(error instanceof ScheduleError) || search.deadline.signal.aborted) throw error;
		return null;
	}
}

/** What is at an address. Throws a `ScheduleError` where it is neither a schedule nor a page. */
async function look(search: Search, address: string): Promise<FoundSchedule | Page> {
	const { options, deadline } = search;
	const source = shown(address);
	search.tried.push(address);
	options.onProgress?.({ phase: "fetching", address: source, bytes: 0 });
	const fetched = await fetchSchedule(address, {
		deadline,
		isAllowed: allowedSources(options.allowPrivate),
		maxBytes: Math.min(MAX_SCHEDULE_BYTES, search.bytesLeft),
		onBytes: (bytes) => options.onProgress?.({ phase: "fetching", address: source, bytes }),
	});
	const { bytes, etag, lastModified } = fetched;
	search.bytesLeft -= bytes.length;
	const format = await recogniseFormat(bytes);
	// Many texts have commas.
	const isSchedule = format && !(format.name === "CSV" && isHtml(fetched));
	if (isSchedule) return { bytes, source, etag, lastModified };
	if (!isHtml(fetched)) await readSchedule(bytes);
	return { address: fetched.address, html: new TextDecoder().decode(bytes) };
}

function isHtml({ contentType, bytes }: Fetched): boolean {
	const start = new TextDecoder().decode(bytes.subarray(0, 1000));
	return (
		/^(?:text\/html|application\/xhtml\+xml)$/.test(contentType) || /^\s*<(?:!doctype\s+html|html[\s>])/i.test(start)
	);
}

function addressOf(given: string): string {
	const trimmed = given.trim();
	const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(trimmed) ?? [];
	const address = scheme ? trimmed.replace(/^webcal:/i, "https:") : `https://${trimmed}`;
	if (trimmed === "" || !parseUrl(address)) throw new ScheduleError(`"${trimmed}" is no address.`);
	const url = new URL(address);
	url.hash = "";
	return url.href;
}

function shown(address: string): string {
	const url = new URL(address);
	url.username = "";
	url.password = "";
	return url.href;
}

const inWords = (texts: readonly string[]) => new Intl.ListFormat("en", { type: "conjunction" }).format(texts);
