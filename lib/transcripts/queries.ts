import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import type { Cue } from "./types";

/** What is kept of one subtitle file of a talk. */
export type CachedTranscript = {
	readonly url: string;
	readonly cues: readonly Cue[];
	readonly problem: string;
	readonly fetchedAt: Date;
};

/** A schedule that gives a talk more has them for something else. */
const MAX_FILES = 10;

/** The links to a talk's subtitle files, of a withdrawn one too; null where there is no such talk. */
export async function findSubtitleLinks(
	db: Tx,
	talkId: number,
): Promise<{ readonly language: string; readonly links: { readonly url: string; readonly title: string }[] } | null> {
	const talk = await db.talk.findUnique({
		where: { id: talkId },
		select: {
			language: true,
			links: { where: { kind: "SUBTITLES" }, select: { url: true, title: true }, orderBy: { position: "asc" } },
		},
	});
	if (!talk) return null;
	const links = talk.links.filter(({ url }, index) => talk.links.findIndex((link) => link.url === url) === index);
	return { language: talk.language, links: links.slice(0, MAX_FILES) };
}

/** What is kept of a talk's subtitle files, those of links that are gone too. */
export async function listCachedTranscripts(db: Tx, talkId: number): Promise<CachedTranscript[]> {
	const rows = await db.transcript.findMany({
		where: { talkId },
		select: { url: true, cues: true, problem: true, fetchedAt: true },
	});
	return rows.map((row) => ({ ...row, cues: cuesSchema.parse(row.cues) }));
}

/** A talk and how much of its subtitle files is kept. */
export type SubtitledTalk = {
	readonly id: number;
	readonly conference: string;
	readonly title: string;
	readonly files: number;
	/** Files that were read, and files that could not be. */
	readonly read: number;
	readonly failed: number;
};

/** The talks with subtitle files, those withdrawn aside, in order of time; of one conference or of all. */
export async function listSubtitledTalks(db: Tx, conference?: string): Promise<SubtitledTalk[]> {
	const talks = await db.talk.findMany({
		where: {
			withdrawnAt: null,
			links: { some: { kind: "SUBTITLES" } },
			...(conference && { conference: { slug: conference } }),
		},
		select: {
			id: true,
			title: true,
			conference: { select: { slug: true } },
			links: { where: { kind: "SUBTITLES" }, select: { url: true } },
			transcripts: { select: { url: true, problem: true } },
		},
		orderBy: [{ start: "asc" }, { id: "asc" }],
	});
	return talks.map(({ id, title, conference: { slug }, links, transcripts }) => {
		const urls = new Set(links.map(({ url }) => url));
		const cached = transcripts.filter(({ url }) => urls.has(url));
		const failed = cached.filter(({ problem }) => problem !== "").length;
		const files = Math.min(urls.size, MAX_FILES);
		return { id, conference: slug, title, files, read: cached.length - failed, failed };
	});
}

/** Cues as they are kept, see `Cue`. */
const cuesSchema = z.array(
	z.object({ start: z.number(), end: z.number(), text: z.string(), speaker: z.string().optional() }),
);

/** Asks to try again to get what could not be had. */
export const againSchema = z.object({ again: z.literal(true, { error: "What is to be tried again?" }) });
