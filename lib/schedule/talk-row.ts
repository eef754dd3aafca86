import type { ConvertedTexts } from "./convert";
import type { TalkChange, TalkField } from "./diff";
import { digestText } from "./digest";
import type { ScheduledTalk, ScheduledText } from "./edits/scheduled-values";
import type { ScheduleTalk, SourceText } from "./types";

/** The columns that every list of talks and every form of them reads. */
export const talkColumns = {
	slug: true,
	title: true,
	subtitle: true,
	type: true,
	language: true,
	day: true,
	start: true,
	duration: true,
	isCancelled: true,
} as const;

/** The columns that hold what a schedule says of its conference. */
export const conferenceColumns = {
	slug: true,
	title: true,
	subtitle: true,
	timeZone: true,
	startDate: true,
	endDate: true,
	dayChange: true,
	venue: true,
	city: true,
	url: true,
	version: true,
} as const;

export type Ids<Key> = ReadonlyMap<Key, number>;
export type AllIds = {
	readonly trackIds: Ids<string>;
	readonly roomIds: Ids<string>;
	readonly speakerIds: Ids<string>;
};

/** The columns of a new talk, its texts aside. */
export function toTalkRow(talk: ScheduleTalk, { trackIds, roomIds }: AllIds) {
	const { guid, slug, title, subtitle, type, language, day, start, duration, track, room, url } = talk;
	const { isCancelled, willBeRecorded } = talk;
	const trackAndRoom = { trackId: lookUpId(trackIds, track), roomId: lookUpId(roomIds, room) };
	const columns = { guid, slug, title, subtitle, type, language, day, start, duration, url };
	return { ...columns, isCancelled, willBeRecorded, ...trackAndRoom };
}

/** The columns of a talk's texts. */
export function toTextRow(talk: ScheduleTalk, texts: ConvertedTexts) {
	return { ...toAbstractRow(talk, texts), ...toDescriptionRow(talk, texts) };
}

const toAbstractRow = ({ abstract }: ScheduleTalk, texts: ConvertedTexts) => ({
	abstract: texts.of(abstract),
	abstractDigest: digestText(abstract),
});

const toDescriptionRow = ({ description }: ScheduleTalk, texts: ConvertedTexts) => ({
	description: texts.of(description),
	descriptionDigest: digestText(description),
});

const COLUMNS: Readonly<Record<string, string>> = { track: "trackId", room: "roomId" };

/** The columns that a change writes: those of its fields that were not changed by hand. */
export function toUpdatedTalkRow({ stored, incoming, fields }: TalkChange, ids: AllIds, texts: ConvertedTexts) {
	const uneditedFields = [...fields].filter((field) => !stored.edited.some((edited) => edited === field));
	const columns = new Set(uneditedFields.map((field) => COLUMNS[field] ?? field));
	return {
		...Object.fromEntries(Object.entries(toTalkRow(incoming, ids)).filter(([column]) => columns.has(column))),
		...(columns.has("abstract") && toAbstractRow(incoming, texts)),
		...(columns.has("description") && toDescriptionRow(incoming, texts)),
	};
}

/** What the schedule says of the fields that changed, as it stands beside what was written by hand. */
export function toScheduledTalk(
	talk: ScheduleTalk,
	fields: ReadonlySet<TalkField>,
	texts: ConvertedTexts,
): ScheduledTalk {
	const { title, subtitle, type, language, day, start, duration, track, room, url, isCancelled, speakers } = talk;
	const plain = { title, subtitle, type, language, day, duration, track, room, url, isCancelled };
	const all: ScheduledTalk = {
		...plain,
		start: start.toISOString(),
		speakers: [...speakers],
		links: [...talk.links],
		...(fields.has("abstract") && { abstract: toScheduledText(talk.abstract, texts) }),
		...(fields.has("description") && { description: toScheduledText(talk.description, texts) }),
	};
	return Object.fromEntries(Object.entries(all).filter(([field]) => fields.has(field as TalkField)));
}

/** A text as it stands beside what was written by hand. */
export const toScheduledText = (text: SourceText, texts: ConvertedTexts): ScheduledText => ({
	digest: digestText(text),
	markdown: texts.of(text),
});

export const isRecorded = ({ links }: Pick<ScheduleTalk, "links">) => links.some(({ kind }) => kind === "RECORDING");

/** When its first recording came, where a change brings it or takes the last one away. */
export function recordedAt({ stored, incoming, fields }: TalkChange, now: Date): { recordedAt?: Date | null } {
	if (!fields.has("links") || stored.edited.includes("links")) return {};
	if (isRecorded(stored) === isRecorded(incoming)) return {};
	return { recordedAt: isRecorded(incoming) ? now : null };
}

export function lookUpId(ids: Ids<string>, key: string | null): number | null {
	if (key === null) return null;
	const id = ids.get(key);
	if (id === undefined) throw new Error(`The schedule's "${key}" was not written.`);
	return id;
}
