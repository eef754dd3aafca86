import type { Db } from "@/lib/db/client";
import { normalizeForSearch } from "@/lib/text/normalize";
import type { CachedTranscript } from "./queries";

/** Keeps what a talk's subtitle file has, or why it cannot be read. Does nothing where the talk is gone. */
export async function saveTranscript(
	db: Db,
	{ talkId, url, cues, problem, fetchedAt }: CachedTranscript & { readonly talkId: number },
): Promise<void> {
	const text = normalizeForSearch(cues.map(({ text }) => text).join(" "));
	const data = {
		hasText: text !== "",
		cues: cues.map((cue) => ({ ...cue })),
		text,
		problem,
		fetchedAt,
	};
	if ((await db.talk.count({ where: { id: talkId } })) === 0) return;
	await db.transcript.upsert({
		where: { talkId_url: { talkId, url } },
		create: { talkId, url, ...data },
		update: data,
		select: { id: true },
	});
}

/** Drops what was kept of files that a talk no longer links to. */
export async function deleteTranscripts(
	db: Db,
	{ talkId, urls }: { readonly talkId: number; readonly urls: readonly string[] },
): Promise<void> {
	await db.transcript.deleteMany({ where: { talkId, url: { in: [...urls] } } });
}
