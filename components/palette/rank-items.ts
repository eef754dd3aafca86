import { scoreMatch } from "@/lib/palette/rank";
import { normalizeForSearch, tokenizeQuery } from "@/lib/text/normalize";

/** What fits what is typed, the fitting ones first; null where nothing is typed. */
export function rankItems<Item extends { readonly title: string; readonly about: string }>(
	query: string,
	items: () => readonly Item[],
): Item[] | null {
	const queryTerms = tokenizeQuery(query);
	if (queryTerms.length === 0) return null;
	return items()
		.map((each) => ({
			each,
			fit: scoreMatch(queryTerms, { text: normalizeForSearch(each.title), keywords: normalizeForSearch(each.about) }),
		}))
		.filter(({ fit }) => fit > 0)
		.sort((a, b) => b.fit - a.fit)
		.map(({ each }) => each);
}
