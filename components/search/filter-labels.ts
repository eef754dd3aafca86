import type { MarkFilter } from "@/lib/search/types";
import { formatDay } from "@/lib/text/format";

const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** How filters are said on the page. */
export const FILTER_LABELS = {
	query: (query: string) => `“${query}”`,
	day: formatDay,
	language: (language: string) => {
		try {
			return languageNames.of(language) ?? language;
		} catch {
			// Schedules also hold lists ("de, en") and words that are no language tag.
			return language;
		}
	},
	mark: {
		MUST_SEE: "Must-see",
		WATCHED: "Watched",
		MISSED: "Missed",
		UNMARKED: "Not marked",
	} satisfies Record<MarkFilter, string>,
	recording: "Has recording",
	slides: "Has slides",
	transcripts: "Search transcripts",
};
