import {
	type Deadline,
	deadlineIn,
	FetchError,
	type Fetched,
	type FetchOptions,
	fetchChecked,
	fetchIfModified,
	type Validators,
} from "@/lib/http/fetch-checked";
import { createIpFilter } from "@/lib/http/public-ip";
import { readSchedule, recogniseFormat } from "@/lib/schedule/formats";
import { MAX_SCHEDULE_BYTES } from "@/lib/schedule/reading/text-chunks";
import { ScheduleError } from "@/lib/schedule/schedule-error";
import { parseUrl } from "@/lib/urls/parse-url";
import { findPretalxWidgets, findScheduleLinks } from "./schedule-links";

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
const MAX_FETCHES = 8;
// What a page leads to first is likely it; where it is not, a page about the schedule deserves its turn.
const MAX_FILES_PER_PAGE = 3;
const MAX_BYTES = 2 * MAX_SCHEDULE_BYTES;

/**
 * Finds a schedule from an http(s) address ("https://" may be left out): of its file, of a pretalx event, of a year of
 * FOSDEM, or of any page that links to the file or to a page that does. Throws a `ScheduleError` with one sentence
 * where there is none.
 */
export async function findSchedule(href: string, options: FindOptions = {}): Promise<FoundSchedule> {
	const start = normalizeUrl(href);
	const search: Search = {
		options,
		deadline: deadlineIn(options.timeoutMs ?? DEFAULT_TIMEOUT_MS),
		tried: [],
		bytesLeft: MAX_BYTES,
	};
	const first = await fetchCandidate(search, start);
	if ("source" in first) return first;
	const found = await searchPage(search, first, true);
	if (found) return found;
	const others = search.tried.slice(1).map(withoutPassword);
	throw new ScheduleError(
		others.length === 0
			? `${withoutPassword(start)} is a page that links to no schedule.`
			: `${withoutPassword(start)} is a page that leads to no schedule; tried ${formatList(others)}.`,
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

async function searchPage(search: Search, page: Page, mayFollow: boolean): Promise<FoundSchedule | null> {
	const { address: href, html } = page;
	const { files, pages } = findScheduleLinks(html, href);
	const isPretalx = /pretalx/i.test(href + html);
	const known = [...listFosdemFiles(href), ...findPretalxWidgets(html, href).flatMap(listPretalxFiles)];
	const likely = [...known, ...(isPretalx ? listPretalxFiles(href) : []), ...files];
	for (const file of likely.slice(0, Math.max(MAX_FILES_PER_PAGE, known.length))) {
		const found = await tryFetchCandidate(search, file);
		if (found && "source" in found) return found;
	}
	if (!mayFollow) return null;
	for (const next of pages) {
		const found = await tryFetchCandidate(search, next);
		if (!found) continue;
		const schedule = "source" in found ? found : await searchPage(search, found, false);
		if (schedule) return schedule;
	}
	return null;
}

/** Null where there is nothing to be had, nothing more may be fetched, or that was tried before. */
async function tryFetchCandidate(search: Search, href: string): Promise<FoundSchedule | Page | null> {
	if (search.tried.length >= MAX_FETCHES || search.tried.includes(href)) return null;
	try {
		return await fetchCandidate(search, href);
	} catch (error) {
		// One link that leads nowhere says nothing of the next; but when time is up, it is up.
		if (!(error instanceof ScheduleError) || search.deadline.signal.aborted) throw error;
		return null;
	}
}

/** What is at an address. Throws a `ScheduleError` where it is neither a schedule nor a page. */
async function fetchCandidate(search: Search, href: string): Promise<FoundSchedule | Page> {
	const { options, deadline } = search;
	const source = withoutPassword(href);
	search.tried.push(href);
	options.onProgress?.({ phase: "fetching", address: source, bytes: 0 });
	const fetched = await fetchSchedule(href, {
		deadline,
		isAllowed: createIpFilter(options.allowPrivate),
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

function normalizeUrl(input: string): string {
	const trimmed = input.trim();
	const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(trimmed) ?? [];
	const href = scheme ? trimmed.replace(/^webcal:/i, "https:") : `https://${trimmed}`;
	if (trimmed === "" || !parseUrl(href)) throw new ScheduleError(`"${trimmed}" is no address.`);
	const url = new URL(href);
	url.hash = "";
	return url.href;
}

function withoutPassword(href: string): string {
	const url = new URL(href);
	url.username = "";
	url.password = "";
	return url.href;
}

const formatList = (texts: readonly string[]) => new Intl.ListFormat("en", { type: "conjunction" }).format(texts);

const PARTS_OF_PRETALX = new Set(["schedule", "talk", "speaker", "cfp", "featured", "sneak", "submit", "me", "login"]);

/**
 * Where a pretalx event's schedule is, from the address of any of its pages, best first; none from the address of a
 * server. See https://docs.pretalx.org/api/: an event is `/EVENT/`, and its schedule `/EVENT/schedule/export/…`.
 */
export function listPretalxFiles(url: string): string[] {
	const { origin, pathname } = new URL(url);
	const segments = pathname.split("/").filter((segment) => segment !== "");
	const part = segments.findIndex((segment, index) => index > 0 && PARTS_OF_PRETALX.has(segment));
	const event = segments.slice(0, part === -1 ? 1 : part);
	if (event.length === 0) return [];
	return ["xml", "json"].map((kind) => `${origin}/${event.join("/")}/schedule/export/schedule.${kind}`);
}

/** Where FOSDEM's schedule of a year is, from the address of any page of that year; none from others. */
export function listFosdemFiles(url: string): string[] {
	const { origin, hostname, pathname } = new URL(url);
	const year = /^\/(20\d\d)(?:\/|$)/.exec(pathname)?.[1];
	return year && /^(?:www\.|archive\.)?fosdem\.org$/.test(hostname) ? [`${origin}/${year}/schedule/xml`] : [];
}

type Options = Omit<FetchOptions, "what">;

/** Gets what is at an http(s) address as `fetchChecked` does. Throws a `ScheduleError`. */
function fetchSchedule(url: string, options: Options): Promise<Fetched> {
	return withScheduleErrors(fetchChecked(url, { ...options, what: "schedule" }));
}

/** The same, or null where the server says that it is what `known` was said of. */
export function fetchScheduleIfModified(url: string, known: Validators, options: Options): Promise<Fetched | null> {
	return withScheduleErrors(fetchIfModified(url, known, { ...options, what: "schedule" }));
}

async function withScheduleErrors<Result>(fetching: Promise<Result>): Promise<Result> {
	try {
		return await fetching;
	} catch (error) {
		if (error instanceof FetchError) throw new ScheduleError(error.message, { cause: error.cause });
		throw error;
	}
}
