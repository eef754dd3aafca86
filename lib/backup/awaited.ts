import { z } from "zod";
import type { Prisma, Tx } from "@/lib/db/client";
import { hash } from "@/lib/schedule/digest";
import { nameKey } from "@/lib/topics/name";
import { EMPTY_BACKUP } from "./empty";
import { keyOf } from "./in-order";
import { talkSchema } from "./schema";
import type { Backup, TalkBackup } from "./types";

/** In the place of a talk: what is kept of the conference itself. */
const CONFERENCE = "";

const conferenceSchema = z.object({ title: z.string(), answeredAt: z.string().nullable() });

/** What a visitor restored of talks and conferences that are not here, as a backup of its own. What is damaged is passed over. */
export async function gatherAwaited(tx: Tx, userId: string): Promise<Backup> {
	const rows = await tx.awaitedTalk.findMany({ where: { userId } });
	const talks = rows.flatMap(({ talk, data }) => (talk === CONFERENCE ? [] : (talkSchema.safeParse(data).data ?? [])));
	const conferences = rows.flatMap(({ conference, talk, data }) => {
		const found = talk === CONFERENCE && conferenceSchema.safeParse(data).data;
		return found ? [{ slug: conference, ...found }] : [];
	});
	return {
		...EMPTY_BACKUP,
		conferences: conferences.map(({ slug, title }) => ({ slug, title })),
		topics: topicsOf(talks),
		talks,
		settings: {
			...EMPTY_BACKUP.settings,
			missedAnswers: conferences.flatMap(({ slug, answeredAt }) =>
				answeredAt === null ? [] : [{ conference: slug, at: answeredAt }],
			),
		},
	};
}

/** The topics that awaited talks are in, which may have gone meanwhile. */
function topicsOf(talks: readonly TalkBackup[]): Backup["topics"] {
	const topics = talks.flatMap((talk) => talk.topics);
	const byName = new Map(topics.toReversed().map((topic) => [nameKey(topic.name), topic]));
	return [...byName.values()].map(({ name, addedAt }, index) => ({
		slug: `topic-${index + 1}`,
		name,
		createdAt: addedAt,
	}));
}

type Awaited = Pick<Backup, "conferences" | "talks"> & { readonly missedAnswers: Backup["settings"]["missedAnswers"] };

/** Makes what a visitor awaits this, in a transaction. */
export async function storeAwaited(tx: Tx, userId: string, awaited: Awaited): Promise<void> {
	const answers = new Map(awaited.missedAnswers.map(({ conference, at }) => [conference, at]));
	const titles = new Map(awaited.conferences.map(({ slug, title }) => [slug, title]));
	const rows: { conference: string; talk: string; data: Prisma.InputJsonValue }[] = [
		...[...new Set([...titles.keys(), ...answers.keys()])].map((slug) => ({
			conference: slug,
			talk: CONFERENCE,
			data: { title: titles.get(slug) ?? slug, answeredAt: answers.get(slug) ?? null },
		})),
		...awaited.talks.map((talk) => ({ conference: talk.conference, talk: hash(keyOf(talk)), data: talk })),
	];
	await tx.awaitedTalk.deleteMany({ where: { userId } });
	await tx.awaitedTalk.createMany({ data: rows.map((row) => ({ ...row, userId })) });
}
