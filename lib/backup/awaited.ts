import { z } from "zod";
import type { Prisma, Tx } from "@/lib/db/client";
import { hash } from "@/lib/schedule/digest";
import { toNameKey } from "@/lib/topics/topic-name";
import { EMPTY_BACKUP } from "./empty";
import { talkSchema } from "./schema";
import { toTalkKey } from "./sort";
import type { Backup, TalkBackup } from "./types";

/** In the place of a talk: what is kept of the conference itself. */
const CONFERENCE_KEY = "";

const conferenceSchema = z.object({ title: z.string(), answeredAt: z.string().nullable() });

/** What a visitor restored of talks and conferences that are not here, as a backup of its own. What is damaged is passed over. */
export async function collectAwaited(tx: Tx, userId: string): Promise<Backup> {
	const rows = await tx.awaitedTalk.findMany({ where: { userId } });
	const talks = rows.flatMap(({ talk, data }) =>
		talk === CONFERENCE_KEY ? [] : (talkSchema.safeParse(data).data ?? []),
	);
	const conferences = rows.flatMap(({ conference, talk, data }) => {
		const found = talk === CONFERENCE_KEY && conferenceSchema.safeParse(data).data;
		return found ? [{ slug: conference, ...found }] : [];
	});
	return {
		...EMPTY_BACKUP,
		conferences: conferences.map(({ slug, title }) => ({ slug, title })),
		topics: collectTopics(talks),
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
function collectTopics(talks: readonly TalkBackup[]): Backup["topics"] {
	const topics = talks.flatMap((talk) => talk.topics);
	const byName = new Map(topics.toReversed().map((topic) => [toNameKey(topic.name), topic]));
	return [...byName.values()].map(({ name, addedAt }, index) => ({
		slug: `topic-${index + 1}`,
		name,
		createdAt: addedAt,
	}));
}

type Awaited = Pick<Backup, "conferences" | "talks"> & { readonly missedAnswers: Backup["settings"]["missedAnswers"] };

/** Makes what a visitor awaits this, in a transaction. */
export async function saveAwaited(tx: Tx, userId: string, awaited: Awaited): Promise<void> {
	const answerTimes = new Map(awaited.missedAnswers.map(({ conference, at }) => [conference, at]));
	const titles = new Map(awaited.conferences.map(({ slug, title }) => [slug, title]));
	const rows: { conference: string; talk: string; data: Prisma.InputJsonValue }[] = [
		...[...new Set([...titles.keys(), ...answerTimes.keys()])].map((slug) => ({
			conference: slug,
			talk: CONFERENCE_KEY,
			data: { title: titles.get(slug) ?? slug, answeredAt: answerTimes.get(slug) ?? null },
		})),
		...awaited.talks.map((talk) => ({ conference: talk.conference, talk: hash(toTalkKey(talk)), data: talk })),
	];
	await tx.awaitedTalk.deleteMany({ where: { userId } });
	await tx.awaitedTalk.createMany({ data: rows.map((row) => ({ ...row, userId })) });
}
