import type { RecordedChange, TalkFieldChanges } from "./schema";

/** What kinds of news there are, in the order in which they matter to somebody who plans. */
export const NEWS_KINDS = [
	"cancelled",
	"withdrawn",
	"new",
	"returned",
	"revived",
	"time",
	"room",
	"title",
	"speakers",
	"recording",
	"slides",
	"other",
] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

export const NEWS_LABELS: Readonly<Record<NewsKind, string>> = {
	cancelled: "Cancelled",
	withdrawn: "Withdrawn",
	new: "New",
	returned: "Back again",
	revived: "No longer cancelled",
	time: "Moved in time",
	room: "Moved to another room",
	title: "Retitled",
	speakers: "Other speakers",
	recording: "Recording available",
	slides: "Slides available",
	other: "Other details",
};

/** The fields that `other` tells of; recordings and slides too, where it is not their first that came. */
export const OTHER_FIELDS = [
	"subtitle",
	"type",
	"language",
	"track",
	"willBeRecorded",
	"recordings",
	"slides",
	"url",
	"links",
	"abstract",
	"description",
] as const satisfies readonly (keyof TalkFieldChanges)[];

/** What kinds of news a change is, in the order of `NEWS_KINDS`: one at least, often several. */
export function findNewsKinds({ kind, fields }: RecordedChange): NewsKind[] {
	const is: Readonly<Record<NewsKind, boolean>> = {
		cancelled: fields.isCancelled?.to === true,
		withdrawn: kind === "WITHDRAWN",
		new: kind === "ADDED",
		returned: kind === "RETURNED",
		revived: fields.isCancelled?.to === false,
		time: Boolean(fields.day || fields.start || fields.duration),
		room: Boolean(fields.room),
		title: Boolean(fields.title),
		speakers: Boolean(fields.speakers),
		recording: isFirst(fields.recordings),
		slides: isFirst(fields.slides),
		other: findOtherFields(fields).length > 0,
	};
	const kinds = NEWS_KINDS.filter((each) => is[each]);
	return kinds.length > 0 ? kinds : ["other"];
}

/** The fields of a change that belong to no kind of their own. */
export function findOtherFields(fields: TalkFieldChanges): (typeof OTHER_FIELDS)[number][] {
	return OTHER_FIELDS.filter((field) => {
		if (field === "recordings" || field === "slides") return fields[field] !== undefined && !isFirst(fields[field]);
		return fields[field] !== undefined;
	});
}

const isFirst = (links: { from: number; to: number } | undefined) =>
	links !== undefined && links.from === 0 && links.to > 0;

/** The kind that a word of an address names. */
export function parseNewsKind(word: unknown): NewsKind | undefined {
	return NEWS_KINDS.find((kind) => kind === word);
}

/** How many changes are of each kind, in the order of `NEWS_KINDS`, without those that none is of. */
export function countKinds(changes: readonly RecordedChange[]): { readonly kind: NewsKind; readonly count: number }[] {
	const counts = new Map<NewsKind, number>();
	for (const change of changes) for (const kind of findNewsKinds(change)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return NEWS_KINDS.flatMap((kind) => {
		const count = counts.get(kind);
		return count === undefined ? [] : [{ kind, count }];
	});
}
