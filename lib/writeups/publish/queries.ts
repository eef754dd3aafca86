import type { Tx } from "@/lib/db/client";
import type { CompiledTalk } from "../compile/types";
import { loadExportSettings } from "../export/settings";
import type { MarkdownOptions } from "../options";
import { getWriteUp, listTalkIds, loadWriteUpTalks } from "../queries";
import type { Publication, WriteUpContent } from "../types";

/** A published write-up as it is now; none of it is to be sent to a stranger but what it says. */
export type PublishedWriteUp = {
	readonly content: WriteUpContent;
	readonly talks: ReadonlyMap<number, CompiledTalk>;
	readonly options: MarkdownOptions;
	readonly publication: Publication;
	readonly updatedAt: Date;
	/** Of its author's feed. */
	readonly feedToken: string | null;
};

/** What a feed says of one. */
export type PublishedEntry = {
	readonly token: string;
	readonly title: string;
	readonly description: string;
	/** Markdown. */
	readonly intro: string;
	readonly authorName: string;
	readonly publishedAt: Date;
	readonly updatedAt: Date;
};

const TOKEN = /^[\w-]{43}$/;

/** What is published under a token; null where nothing is, or nothing is any more. */
export async function findPublishedWriteUp(db: Tx, token: string): Promise<PublishedWriteUp | null> {
	if (!TOKEN.test(token)) return null;
	const found = await db.publication.findUnique({
		where: { token },
		select: {
			writeUpId: true,
			writeUp: { select: { userId: true, user: { select: { writeUpFeed: { select: { token: true } } } } } },
		},
	});
	if (!found) return null;
	const { userId, user } = found.writeUp;
	const writeUp = await getWriteUp(db, { userId, id: found.writeUpId });
	if (!writeUp?.publication) return null;
	const { content, options, publication, updatedAt } = writeUp;
	return {
		...{ content, publication, updatedAt },
		talks: await loadWriteUpTalks(db, { userId, talkIds: listTalkIds(content) }),
		options: options ?? (await loadExportSettings(db, userId)),
		feedToken: user.writeUpFeed?.token ?? null,
	};
}

/** What the author of a feed published, the newest first; null where there is no such feed. */
export async function findPublishedFeed(db: Tx, token: string): Promise<readonly PublishedEntry[] | null> {
	const feed = TOKEN.test(token) && (await db.writeUpFeed.findUnique({ where: { token }, select: { userId: true } }));
	if (!feed) return null;
	const rows = await db.publication.findMany({
		where: { writeUp: { userId: feed.userId } },
		select: {
			...{ token: true, authorName: true, publishedAt: true },
			writeUp: { select: { title: true, description: true, intro: true, updatedAt: true } },
		},
		orderBy: [{ publishedAt: "desc" }, { token: "asc" }],
	});
	return rows.map(({ writeUp, ...row }) => ({ ...row, ...writeUp }));
}

/** The token of a visitor's feed; null where they published nothing yet. */
export async function findFeedToken(db: Tx, userId: string): Promise<string | null> {
	const feed = await db.writeUpFeed.findUnique({ where: { userId }, select: { token: true } });
	return feed?.token ?? null;
}
