import type { Tx } from "@/lib/db/client";
import { baseUrl } from "@/lib/http/origin";
import { noteSelect, toNote } from "@/lib/notes/rows";
import * as paths from "@/lib/urls/paths";
import type { CompiledTalk } from "../compile/types";
import { queryInBatches } from "./rows";
import type { ExportedTalk } from "./types";

/** Talks with what their visitor wrote on them, by id. */
export async function loadCompiledTalks(
	db: Tx,
	userId: string | null,
	talks: readonly ExportedTalk[],
): Promise<ReadonlyMap<number, CompiledTalk>> {
	const ids = userId === null ? [] : talks.filter(({ noteUpdatedAt }) => noteUpdatedAt !== null).map(({ id }) => id);
	const rows = await queryInBatches(ids, (part) =>
		db.note.findMany({ where: { userId: userId ?? "", talkId: { in: part } }, select: noteSelect }),
	);
	const notes = new Map(rows.map((row) => [row.talkId, toNote(row)]));
	return new Map(
		talks.map(({ id, slug, title, url, start, day, conference, track, room, speakers, links, mark }) => [
			id,
			{
				...{ id, slug, title, url, start, day, conference, track, room, links, mark },
				speakers: speakers.map(({ name }) => name),
				note: notes.get(id) ?? null,
				addresses: [...(url === null ? [] : [url]), ...talkPageUrls(conference.slug, slug)],
			},
		]),
	);
}

function talkPageUrls(conference: string, talk: string): string[] {
	return [paths.talk(conference, talk), paths.watch(conference, talk)].map((path) => new URL(path, baseUrl).href);
}
