import type { Db } from "@/lib/db/client";
import { type FetchSubtitlesOptions, fetchSubtitles } from "./fetch-subtitles";
import { labelled } from "./label";
import { dropTranscripts, keepTranscript } from "./mutations";
import { findSubtitleLinks, type KeptTranscript, listKeptTranscripts } from "./queries";
import { queueOf } from "./queue";
import type { Transcript } from "./types";

const MINUTE = 60_000;

/** A file that could not be had is tried again after this. */
const FAILED_FOR = 60 * MINUTE;

/** Over all talks and visitors, so that nobody's server is asked for more at once. */
const inTurn = queueOf(4);

export type ObtainOptions = FetchSubtitlesOptions & {
	readonly now: () => Date;
	/** Whether what failed is tried again now. */
	readonly again?: boolean;
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
	const kept = await listKeptTranscripts(db, talkId);
	const gone = kept.map(({ url }) => url).filter((url) => !talk.links.some((link) => link.url === url));
	if (gone.length > 0) await dropTranscripts(db, { talkId, urls: gone });
	return Promise.all(
		labelled(talk.links, talk.language).map(async ({ url, language, label }) => {
			const known = kept.find((transcript) => transcript.url === url);
			const { cues, problem } = known && isGood(known, options) ? known : await fetchOnce(db, talkId, url, options);
			return { url, language, label, cues, problem };
		}),
	);
}

function isGood({ problem, fetchedAt }: KeptTranscript, { now, again }: ObtainOptions): boolean {
	return problem === "" || (!again && now().getTime() - fetchedAt.getTime() < FAILED_FOR);
}

type Fetching = Promise<Pick<Transcript, "cues" | "problem">>;
const fetching = new WeakMap<Db, Map<string, Fetching>>();

/** One fetch for all that ask meanwhile. */
function fetchOnce(db: Db, talkId: number, url: string, options: ObtainOptions): Fetching {
	const ofDb = fetching.get(db) ?? new Map<string, Fetching>();
	fetching.set(db, ofDb);
	const key = `${talkId} ${url}`;
	const underWay = ofDb.get(key);
	if (underWay) return underWay;
	const begun = inTurn(async () => {
		const fetched = await fetchSubtitles(url, options);
		await keepTranscript(db, { talkId, url, ...fetched, fetchedAt: options.now() });
		return fetched;
	}).finally(() => ofDb.delete(key));
	ofDb.set(key, begun);
	return begun;
}

const pressedAt = new WeakMap<Db, Map<number, number>>();

/** Whether somebody may have a talk's files tried again: once a minute, whoever that is. Remembers that they did. */
export function mayTryAgain(db: Db, talkId: number, now: Date): boolean {
	const ofDb = pressedAt.get(db) ?? new Map<number, number>();
	pressedAt.set(db, ofDb);
	for (const [id, at] of ofDb) if (now.getTime() - at >= MINUTE) ofDb.delete(id);
	if (ofDb.has(talkId)) return false;
	ofDb.set(talkId, now.getTime());
	return true;
}
