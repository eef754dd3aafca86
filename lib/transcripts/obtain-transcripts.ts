import type { Db } from "@/lib/db/client";
import { deadlineIn, FetchError, fetchChecked } from "@/lib/http/fetch-checked";
import { createIpFilter } from "@/lib/http/public-ip";
import { parseUrl } from "@/lib/urls/parse-url";
import { labelSubtitles } from "./label-subtitles";
import { deleteTranscripts, saveTranscript } from "./mutations";
import { type CachedTranscript, findSubtitleLinks, listCachedTranscripts } from "./queries";
import { readSubtitles, SubtitleError } from "./read-subtitles";
import type { Cue, Transcript } from "./types";

const MINUTE_MS = 60_000;

/** A file that could not be had is tried again after this. */
const RETRY_AFTER_MS = 60 * MINUTE_MS;

/** Over all talks and visitors, so that nobody's server is asked for more at once. */
const limitFetches = createConcurrencyLimit(4);

export type ObtainOptions = FetchSubtitlesOptions & {
	readonly now: () => Date;
	/** Whether what failed is tried again now. */
	readonly retryFailed?: boolean;
};

/**
 * The transcripts of a talk, a withdrawn one too, in the order of its links; null where there is no such talk. What is not
 * kept yet is fetched, once for all who ask; what belongs to a link that is gone is dropped.
 */
export async function obtainTranscripts(
	db: Db,
	talkId: number,
	options: ObtainOptions,
): Promise<readonly Transcript[] | null> {
	const talk = await findSubtitleLinks(db, talkId);
	if (!talk) return null;
	const cached = await listCachedTranscripts(db, talkId);
	const staleUrls = cached.map(({ url }) => url).filter((url) => !talk.links.some((link) => link.url === url));
	if (staleUrls.length > 0) await deleteTranscripts(db, { talkId, urls: staleUrls });
	return Promise.all(
		labelSubtitles(talk.links, talk.language).map(async ({ url, language, label }) => {
			const known = cached.find((transcript) => transcript.url === url);
			const { cues, problem } = known && isUsable(known, options) ? known : await fetchOnce(db, talkId, url, options);
			return { url, language, label, cues, problem };
		}),
	);
}

function isUsable({ problem, fetchedAt }: CachedTranscript, { now, retryFailed }: ObtainOptions): boolean {
	return problem === "" || (!retryFailed && now().getTime() - fetchedAt.getTime() < RETRY_AFTER_MS);
}

type PendingFetch = Promise<Pick<Transcript, "cues" | "problem">>;
const pendingFetches = new WeakMap<Db, Map<string, PendingFetch>>();

/** One fetch for all that ask meanwhile. */
function fetchOnce(db: Db, talkId: number, url: string, options: ObtainOptions): PendingFetch {
	const ofDb = pendingFetches.get(db) ?? new Map<string, PendingFetch>();
	pendingFetches.set(db, ofDb);
	const key = `${talkId} ${url}`;
	const pending = ofDb.get(key);
	if (pending) return pending;
	const started = limitFetches(async () => {
		const fetched = await fetchSubtitles(url, options);
		await saveTranscript(db, { talkId, url, ...fetched, fetchedAt: options.now() });
		return fetched;
	}).finally(() => ofDb.delete(key));
	ofDb.set(key, started);
	return started;
}

const lastRetries = new WeakMap<Db, Map<number, number>>();

/** Whether somebody may have a talk's files tried again: once a minute, whoever that is. Remembers that they did. */
export function canRetry(db: Db, talkId: number, now: Date): boolean {
	const ofDb = lastRetries.get(db) ?? new Map<number, number>();
	lastRetries.set(db, ofDb);
	for (const [id, at] of ofDb) if (now.getTime() - at >= MINUTE_MS) ofDb.delete(id);
	if (ofDb.has(talkId)) return false;
	ofDb.set(talkId, now.getTime());
	return true;
}

const MAX_BYTES = 5 * 1024 * 1024;

type FetchSubtitlesOptions = {
	/** Whether this machine and private networks may be read from; by default what ALLOW_PRIVATE_SOURCES says. */
	readonly allowPrivate?: boolean;
	/** For each file (10,000). */
	readonly timeoutMs?: number;
};

/** What the subtitle file at an address has, or why there is nothing, in one sentence. */
async function fetchSubtitles(
	url: string,
	{ allowPrivate, timeoutMs = 10_000 }: FetchSubtitlesOptions,
): Promise<{ readonly cues: readonly Cue[]; readonly problem: string }> {
	if (!parseUrl(url)) return { cues: [], problem: `"${url}" is no address.` };
	try {
		const { bytes } = await fetchChecked(url, {
			what: "subtitle file",
			deadline: deadlineIn(timeoutMs),
			isAllowed: createIpFilter(allowPrivate),
			maxBytes: MAX_BYTES,
		});
		return { cues: readSubtitles(bytes), problem: "" };
	} catch (error) {
		if (error instanceof FetchError || error instanceof SubtitleError) return { cues: [], problem: error.message };
		throw error;
	}
}

/** Runs no more than `most` of the works given to it at once; the others wait their turn. */
function createConcurrencyLimit(max: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
	const waiting: (() => void)[] = [];
	let running = 0;
	return async (work) => {
		if (running === max) await new Promise<void>((resolve) => waiting.push(resolve));
		else running++;
		try {
			return await work();
		} finally {
			// Whoever is next takes over the place.
			const next = waiting.shift();
			if (next) next();
			else running--;
		}
	};
}
