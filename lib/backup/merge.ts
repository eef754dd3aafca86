import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { createTopicSlug, findByName, toNameKey } from "@/lib/topics/topic-name";
import { emptyTalk } from "./empty";
import { mergeTalk, withUniqueIds } from "./merge-talk";
import { sortBackup, toTalkKey } from "./sort";
import type { Backup, SettingsBackup, TalkBackup, WriteUpBackup } from "./types";

/**
 * What a visitor has with what a backup adds. Nothing that they have goes: of two versions of one thing the later stays, an
 * earlier note is kept among its revisions, and a later write-up comes beside the one that is here. The same backup once
 * more adds nothing. Both name talks alike (see `named`), and no write-up of `added` has the id of somebody else's.
 */
export function mergeBackups(own: Backup, added: Backup): Backup {
	const { topics, slugs } = mergeTopics(own.topics, added.topics);
	const names = new Map(topics.map(({ name }) => [toNameKey(name), name]));
	return sortBackup({
		...own,
		conferences: mergeBy(own.conferences, added.conferences, ({ slug }) => slug),
		topics,
		talks: mergeTalks(
			own.talks,
			added.talks.map((talk) => withTopicNames(talk, names)),
		),
		writeUps: mergeWriteUps(
			own.writeUps,
			added.writeUps.map((writeUp) => withTopicSlug(writeUp, slugs)),
		),
		settings: mergeSettings(own.settings, added.settings),
	});
}

/** Talks that are named twice become one. */
function mergeTalks(own: readonly TalkBackup[], added: readonly TalkBackup[]): TalkBackup[] {
	const talks = new Map(own.map((talk) => [toTalkKey(talk), talk]));
	const talkOfEntry = new Map(own.flatMap((talk) => talk.log.map(({ id }) => [id, toTalkKey(talk)] as const)));
	for (const each of added) {
		const talk = withUniqueIds(each, talkOfEntry);
		const key = toTalkKey(talk);
		talks.set(key, mergeTalk(talks.get(key) ?? emptyTalk(talk), talk));
		for (const { id } of talk.log) talkOfEntry.set(id, key);
	}
	return [...talks.values()];
}

function mergeTopics(own: Backup["topics"], added: Backup["topics"]) {
	const topics = [...own];
	const slugs = new Map<string, string>();
	for (const topic of added) {
		const sameName = findByName(topics, topic.name);
		const isFree = topics.every(({ slug }) => slug !== topic.slug);
		const slug = sameName?.slug ?? (isFree ? topic.slug : createTopicSlug(topic.name, topics));
		slugs.set(topic.slug, slug);
		if (!sameName) topics.push({ ...topic, slug });
	}
	return { topics, slugs };
}

function withTopicNames(talk: TalkBackup, names: ReadonlyMap<string, string>): TalkBackup {
	return {
		...talk,
		topics: talk.topics.map((topic) => ({ ...topic, name: names.get(toNameKey(topic.name)) ?? topic.name })),
	};
}

function withTopicSlug(writeUp: WriteUpBackup, slugs: ReadonlyMap<string, string>): WriteUpBackup {
	const { scope } = writeUp;
	if (scope.kind !== "topic") return writeUp;
	return { ...writeUp, scope: { ...scope, topic: slugs.get(scope.topic) ?? scope.topic } };
}

function mergeWriteUps(own: readonly WriteUpBackup[], added: readonly WriteUpBackup[]): WriteUpBackup[] {
	const merged = new Map(own.map((writeUp) => [writeUp.id, writeUp]));
	for (const writeUp of added) {
		const existing = merged.get(writeUp.id);
		if (!existing) {
			merged.set(writeUp.id, writeUp);
		} else if (writeUp.updatedAt > existing.updatedAt && !isSameWriteUp(existing, writeUp)) {
			const id = toCopyId(writeUp);
			if (!merged.has(id)) merged.set(id, { ...writeUp, id, publication: null });
		}
	}
	return [...merged.values()];
}

/** Whether two say the same, whenever they did and wherever they are published. */
function isSameWriteUp(a: WriteUpBackup, b: WriteUpBackup): boolean {
	const toComparable = (writeUp: WriteUpBackup) => ({
		...writeUp,
		id: "",
		publication: null,
		createdAt: "",
		updatedAt: "",
	});
	return isDeepStrictEqual(toComparable(a), toComparable(b));
}

function toCopyId({ id, updatedAt }: WriteUpBackup): string {
	return deriveId(`${id} ${updatedAt}`);
}

/** An id that is always the same for the same text, as long as those that are drawn. */
export function deriveId(text: string): string {
	const digits = createHash("sha256").update(text).digest("hex");
	return [0, 8, 12, 16, 20].map((from, index, all) => digits.slice(from, all[index + 1] ?? 32)).join("-");
}

function mergeSettings(own: SettingsBackup, added: SettingsBackup): SettingsBackup {
	const isLater = added.export && (!own.export || added.export.updatedAt > own.export.updatedAt);
	const seen = [own.newsSeenAt, added.newsSeenAt].filter((at) => at !== null).sort();
	return {
		export: isLater ? added.export : own.export,
		newsSeenAt: seen.at(-1) ?? null,
		missedAnswers: mergeBy(own.missedAnswers, added.missedAnswers, ({ conference }) => conference),
		calendar: own.calendar ?? added.calendar,
		feed: own.feed ?? added.feed,
	};
}

function mergeBy<Item>(own: readonly Item[], added: readonly Item[], by: (item: Item) => string): Item[] {
	const known = new Set(own.map(by));
	return [...own, ...added.filter((item) => !known.has(by(item)) && known.add(by(item)))];
}
