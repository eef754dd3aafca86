import type { Named } from "@/lib/talks/types";
import { safeFileName } from "../compile/file-name";
import { byTrack, compare, sortTalks } from "../export/sections";
import type { ExportedConference, ExportedTalk } from "../export/types";

/** A note that lists talks. */
export type ListNote = { readonly name: string; readonly title: string; readonly talks: readonly ExportedTalk[] };

export type TrackNote = ListNote & { readonly conference: ExportedConference };
export type ConferenceNote = ListNote & {
	readonly conference: ExportedConference;
	readonly tracks: readonly TrackNote[];
	/** Of no track. */
	readonly others: readonly ExportedTalk[];
};

/** Which notes a vault has and what they are called: all that they link to each other by. */
export type VaultPlan = {
	readonly index: string;
	/** Null where the vault is of no write-up. */
	readonly writeUp: string | null;
	readonly conferences: readonly ConferenceNote[];
	readonly topics: readonly ListNote[];
	readonly speakers: readonly ListNote[];
	/** In the schedule's order. */
	readonly talks: readonly ExportedTalk[];
	readonly nameOfTalk: (id: number) => string | undefined;
	readonly nameOfConference: (talk: ExportedTalk) => string;
	readonly nameOfTrack: (talk: ExportedTalk) => string | null;
	readonly namesOfTopics: (talk: ExportedTalk) => string[];
	readonly namesOfSpeakers: (talk: ExportedTalk) => string[];
};

/** The same talks make the same plan, in whatever order they come. `writeUp` is the title of one that goes with them. */
export function planVault(unsorted: readonly ExportedTalk[], writeUp: string | null = null): VaultPlan {
	const talks = sortTalks(unsorted, "schedule");
	const nameFor = createNoteNamer();
	const index = nameFor({ title: "Index", qualifier: "index" });
	const nameOfWriteUp = writeUp === null ? null : nameFor({ title: writeUp, qualifier: "write-up" });
	const talkNames = new Map(
		talks.map((talk) => [talk.id, nameFor({ title: talk.title, qualifier: talk.conference.title })]),
	);
	const nameAll = (groups: Groups, qualifier: (talk: ExportedTalk) => string) =>
		new Map(
			[...groups].map(([key, { title, talks }]) => {
				const [first] = talks;
				return [key, { name: nameFor({ title, qualifier: first ? qualifier(first) : "" }), title, talks }];
			}),
		);
	const byConference = nameAll(
		groupsOf(talks, (talk) => [{ slug: talk.conference.slug, name: talk.conference.title }]),
		() => "conference",
	);
	const tracks = nameAll(
		groupsOf(talks.toSorted(byTrack), (talk) => (talk.track ? [{ slug: trackKey(talk), name: talk.track.name }] : [])),
		({ conference }) => conference.title,
	);
	const topics = nameAll(
		groupsOf(talks, (talk) => talk.topics),
		() => "topic",
	);
	const speakers = nameAll(
		groupsOf(talks, (talk) => talk.speakers.map(toPerson)),
		() => "speaker",
	);
	const names = (notes: ReadonlyMap<string, ListNote>, keys: readonly string[]) => [
		...new Set(keys.flatMap((key) => notes.get(key)?.name ?? [])),
	];
	return {
		index,
		writeUp: nameOfWriteUp,
		conferences: [...byConference.values()].flatMap((note) => {
			const conference = note.talks[0]?.conference;
			if (!conference) return [];
			const ownTracks = [...tracks.values()].filter(({ talks }) => talks[0]?.conference.slug === conference.slug);
			return {
				...note,
				conference,
				tracks: ownTracks.map((track) => ({ ...track, conference })),
				others: note.talks.filter(({ track }) => track === null),
			};
		}),
		topics: sortByTitle(topics),
		speakers: sortByTitle(speakers),
		talks,
		nameOfTalk: (id) => talkNames.get(id),
		nameOfConference: ({ conference }) => byConference.get(conference.slug)?.name ?? conference.title,
		nameOfTrack: (talk) => tracks.get(trackKey(talk))?.name ?? null,
		namesOfTopics: (talk) =>
			names(
				topics,
				talk.topics.map(({ slug }) => slug),
			),
		namesOfSpeakers: (talk) =>
			names(
				speakers,
				talk.speakers.map((speaker) => toPerson(speaker).slug),
			),
	};
}

type Groups = ReadonlyMap<string, { readonly title: string; readonly talks: readonly ExportedTalk[] }>;

function groupsOf(talks: readonly ExportedTalk[], of: (talk: ExportedTalk) => readonly Named[]): Groups {
	const groups = new Map<string, { title: string; talks: ExportedTalk[] }>();
	for (const talk of talks) {
		for (const { slug, name } of of(talk)) {
			const group = groups.get(slug);
			if (!group) groups.set(slug, { title: name, talks: [talk] });
			else if (group.talks.at(-1) !== talk) group.talks.push(talk);
		}
	}
	return groups;
}

/** A track has its slug within its conference. */
function trackKey({ conference, track }: ExportedTalk): string {
	return `${conference.slug} ${track?.slug ?? ""}`;
}

/** Who has the same name at two conferences is one person. */
function toPerson({ name }: Named): Named {
	return { slug: name.trim().normalize("NFC").toLowerCase(), name };
}

const byName = new Intl.Collator("en", { numeric: true });

function sortByTitle(notes: ReadonlyMap<string, ListNote>): ListNote[] {
	return [...notes.values()].sort((a, b) => byName.compare(a.title, b.title) || compare(a.name, b.name));
}

/** What a file is of, and what tells it from another file of the same name. */
type Subject = { readonly title: string; readonly qualifier: string };

/** What Obsidian would take for another file than a note, at the end of a link. */
const ENDING =
	/\.(?=(?:md|canvas|base|pdf|png|jpe?g|gif|svg|webp|bmp|avif|mp[34]|webm|wav|m4a|ogg|3gp|flac|ogv|mov|mkv)$)/i;

const MAX_CHARACTERS = 100;

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Gives out the names of a vault's notes, without `.md`: legal as files everywhere, in Obsidian's links too, and no two
 * alike in the whole vault, so that a link needs no folder. Whoever comes first has the plain name.
 */
export function createNoteNamer(): (subject: Subject) => string {
	const takenNames = new Set<string>();
	const titles = new Set<string>();
	return ({ title, qualifier }) => {
		const plain = shorten(toLinkable(title));
		const key = plain.normalize("NFKC").toLowerCase();
		const isFirst = !titles.has(key);
		titles.add(key);
		return safeFileName(isFirst ? plain : `${plain} (${toLinkable(qualifier)})`, takenNames);
	};
}

/** Without what ends a link, or is markup in one. */
function toLinkable(title: string): string {
	return title.trim().replaceAll("`", "'").replace(/%%+/g, "%").replace(ENDING, " ");
}

/** Cut between words where there are any. */
function shorten(title: string): string {
	if (title.length <= MAX_CHARACTERS) return title;
	let prefix = "";
	let count = 0;
	for (const { segment } of segmenter.segment(title)) {
		if (++count > MAX_CHARACTERS) return /^(.{20,})\s/su.exec(prefix)?.[1] ?? prefix;
		prefix += segment;
	}
	return prefix;
}
