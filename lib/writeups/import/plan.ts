import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import { compileWriteUp } from "../compile/compile";
import { loadExportSettings } from "../export/settings";
import { getWriteUp, listTalkIds, listWriteUps, loadWriteUpTalks } from "../queries";
import { writeUpContentSchema } from "../schema";
import { findCandidates } from "./find-by-title";
import { planNotes } from "./plan-notes";
import { type MatchedPost, matchPost } from "./read";
import type { Candidate, NoteOutcome } from "./types";

/** A place of the write-up that a post would be. */
type PlannedItem = {
	/** Its heading's words; empty for none. */
	readonly heading: string;
	/** Null where it is no talk's. */
	readonly talkId: number | null;
	readonly takeawayCount: number;
};

type PlannedTalk = {
	readonly id: number;
	readonly title: string;
	readonly conference: string;
	readonly isMarked: boolean;
	/** What becomes of its note, where nothing is chosen; null where the post says nothing of it. */
	readonly note: NoteOutcome | null;
};

/** What bringing a post in would make. Plain data: it can be sent to a browser. */
export type PostPlan = {
	readonly title: string;
	readonly date: string;
	readonly tags: readonly string[];
	readonly sections: readonly { readonly heading: string; readonly places: readonly PlannedItem[] }[];
	readonly talks: readonly PlannedTalk[];
	readonly unknown: readonly {
		readonly itemId: string;
		readonly title: string;
		readonly address: string | null;
		readonly candidates: readonly Candidate[];
	}[];
	/** One sentence each. */
	readonly problems: readonly string[];
	readonly sameness: MatchedPost["sameness"];
	readonly difference: MatchedPost["difference"];
	/** Write-ups of the same title that there are; whether they are written as this post. */
	readonly existing: readonly { readonly id: string; readonly title: string; readonly isSame: boolean }[];
	/** Why it cannot be brought in, in one sentence; empty where it can. */
	readonly refusal: string;
};

/** What bringing a post in would make. Changes nothing. */
export async function planPost(
	db: Tx,
	{ userId, markdown, picks }: { userId: string; markdown: string; picks: ReadonlyMap<string, number> },
): Promise<PostPlan> {
	const read = await matchPost(db, { userId, markdown, picks });
	const { content, talks, options } = read;
	const { notes } = planNotes({ content, options, talks, choices: new Map(), newId: randomUUID });
	const fates = new Map(notes.map(({ talkId, fate }) => [talkId, fate]));
	const candidates = await findCandidates(
		db,
		read.unknown.map(({ title }) => title),
	);
	const parsed = writeUpContentSchema.safeParse(content);
	return {
		title: content.title,
		date: content.date,
		tags: [...content.categories, ...content.tags, ...content.keywords],
		sections: content.sections.map(({ heading, items }) => ({
			heading,
			places: items.map((item) => ({
				heading: item.heading ?? (item.talkId === null ? "" : (talks.get(item.talkId)?.title ?? "")),
				talkId: item.talkId,
				takeawayCount: item.takeaways?.length ?? 0,
			})),
		})),
		talks: [...talks.values()].map(({ id, title, conference, mark }) => ({
			...{ id, title, conference: conference.title, isMarked: mark !== null },
			note: fates.get(id) ?? null,
		})),
		unknown: read.unknown.map((each) => ({ ...each, candidates: candidates.get(each.title) ?? [] })),
		problems: read.problems,
		sameness: read.sameness,
		difference: read.difference,
		existing: await existingOf(db, userId, read),
		refusal: parsed.success ? "" : (parsed.error.issues[0]?.message ?? "That cannot be kept."),
	};
}

const MAX_COMPARED = 5;

async function existingOf(db: Tx, userId: string, { content, post }: MatchedPost): Promise<PostPlan["existing"]> {
	const namesakes = (await listWriteUps(db, userId)).filter(({ title }) => title === content.title);
	const existing: { id: string; title: string; isSame: boolean }[] = [];
	const remembered = await loadExportSettings(db, userId);
	for (const { id, title } of namesakes.slice(0, MAX_COMPARED)) {
		const writeUp = await getWriteUp(db, { userId, id });
		if (!writeUp) continue;
		const talks = await loadWriteUpTalks(db, { userId, talkIds: listTalkIds(writeUp.content) });
		const written = compileWriteUp(writeUp.content, talks, { ...remembered, ...writeUp.options });
		existing.push({ id, title, isSame: written === post });
	}
	return existing;
}
