import type { DatedNote, NoteEntry, OverviewTalk } from "@/lib/notes/overview/types";
import { watchlistEntry } from "./watchlist-entry";

type TalkOverrides = Partial<Omit<OverviewTalk, "conference">> & {
	readonly conference?: Partial<OverviewTalk["conference"]>;
};

/** A talk of the overview, for tests that only care about some of it. */
function overviewTalk({ conference, ...talk }: TalkOverrides = {}): OverviewTalk {
	const id = talk.id ?? 1;
	return {
		id,
		slug: `talk-${id}`,
		title: `Talk ${id}`,
		isWithdrawn: false,
		mark: null,
		rating: null,
		topics: [],
		...talk,
		conference: watchlistEntry({ conference }).conference,
	};
}

/** A note of the overview. Takeaways are given by their texts. */
export function noteEntry(talk: TalkOverrides, text = "", takeaways: readonly string[] = []): NoteEntry {
	const note: DatedNote = {
		text,
		takeaways: takeaways.map((line, index) => ({ id: `t${index}`, text: line })),
		updatedAt: new Date("2026-02-01T12:00:00Z"),
	};
	return { talk: overviewTalk(talk), note };
}
