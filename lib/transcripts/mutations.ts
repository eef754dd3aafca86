import type { Db } from "@/lib/db/client";
import { fold } from "@/lib/search/fold";
import type { KeptTranscript } from "./queries";

/** Keeps what a talk's subtitle file has, or why it cannot be read. Does nothing where the talk is gone. */
export async function keepTranscript(
	db: Db,
	{ talkId, url, cues, problem, fetchedAt }: KeptTranscript & { readonly talkId: number },
): Promise<void> {
	const text = fold(cues.map(({ text }) => text).join(" "));
	const kept = {
		hasText: text !== "",
		cues: cues.map((cue) => ({ ...cue })),
		text,
		problem,
		fetchedAt,
	};
	if ((await db.talk.count({ where: { id: talkId } })) === 0) return;
	await db.transcript.upsert({
		where: { talkId_url: { talkId, url } },
		create: { talkId, url, ...kept },
		update: kept,
		select: { id: true },
	});
}

/** Drops what was kept of files that a talk no longer links to. */
export async function dropTranscripts(
	db: Db,
	{ talkId, urls }: { readonly talkId: number; readonly urls: readonly string[] },
): Promise<void> {
	await db.transcript.deleteMany({ where: { talkId, url: { in: [...urls] } } });
}
