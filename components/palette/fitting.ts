import { fitOf } from "@/lib/palette/rank";
import { fold, queryWords } from "@/lib/search/fold";

/** What fits what is typed, the fitting ones first; null where nothing is typed. */
export function fitting<Item extends { readonly title: string; readonly about: string }>(
	query: string,
	items: () => readonly Item[],
): Item[] | null {
	const words = queryWords(query);
	if (words.length === 0) return null;
	return items()
		.map((each) => ({ each, fit: fitOf(words, { text: fold(each.title), beside: fold(each.about) }) }))
		.filter(({ fit }) => fit > 0)
		.sort((a, b) => b.fit - a.fit)
		.map(({ each }) => each);
}
