import type { Named } from "@/lib/talks/types";
import { byTrack, compare, sortTalks } from "../export/order";
import type { ExportedConference, ExportedTalk } from "../export/types";
import { createNoteNamer } from "./names";

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
