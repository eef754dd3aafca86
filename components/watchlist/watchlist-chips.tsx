import { X } from "lucide";
import { FILTER_LABELS } from "@/components/search/filter-labels";
import { Icon } from "@/components/ui/icon";
import { listActiveFilters } from "@/lib/search/filter-params";
import type { Named } from "@/lib/talks/types";
import { NO_WATCHLIST_FILTER } from "@/lib/watchlist/list/filter";
import type { WatchlistChoices, WatchlistFilter } from "@/lib/watchlist/list/types";
import { type WatchlistView, watchlistPath } from "@/lib/watchlist/list/watchlist-path";
import { RATING_LABELS } from "./watchlist-labels";

type Props = { view: WatchlistView; choices: WatchlistChoices };

/** What is filtered by, each with a way to be without it. */
export function WatchlistChips({ view, choices }: Props) {
	const active = activeOf(view.filter, choices);
	if (active.length === 0) return null;
	const hrefOf = (filter: WatchlistFilter) => watchlistPath({ ...view, filter, page: 1 });
	return (
		<ul className="mb-4 flex flex-wrap gap-2" aria-label="Filters in use">
			{active.map(({ label, without }) => (
				<li key={hrefOf(without)}>
					<a className="chip min-h-9 max-sm:min-h-11" href={hrefOf(without)} title={`Without ${label}`}>
						{label} <Icon icon={X} />
						<span className="sr-only">(remove this filter)</span>
					</a>
				</li>
			))}
			<li>
				<a className="chip min-h-9 max-sm:min-h-11" href={hrefOf({ ...NO_WATCHLIST_FILTER, tab: view.filter.tab })}>
					Clear all
				</a>
			</li>
		</ul>
	);
}

type Active = { readonly label: string; readonly without: WatchlistFilter };

function activeOf(filter: WatchlistFilter, choices: WatchlistChoices): Active[] {
	const ofTalks = listActiveFilters({ ...filter.talks, marks: [] }, { ...choices.talks, talks: [] }, FILTER_LABELS);
	const nameOf = (items: readonly Named[], slug: string) => items.find((item) => item.slug === slug)?.name ?? slug;
	const without = <Value,>(values: readonly Value[], value: Value) => values.filter((other) => other !== value);
	return [
		...ofTalks.map(({ label, without: { marks: _none, ...talks } }) => ({ label, without: { ...filter, talks } })),
		...filter.conferences.map((slug) => ({
			label: nameOf(choices.conferences, slug),
			without: { ...filter, conferences: without(filter.conferences, slug) },
		})),
		...filter.topics.map((slug) => ({
			label: nameOf(choices.topics, slug),
			without: { ...filter, topics: without(filter.topics, slug) },
		})),
		...filter.ratings.map((rating) => ({
			label: RATING_LABELS[rating],
			without: { ...filter, ratings: without(filter.ratings, rating) },
		})),
		...(filter.hasNoTakeaways ? [{ label: "No takeaways yet", without: { ...filter, hasNoTakeaways: false } }] : []),
		...(filter.shorterThan === null
			? []
			: [{ label: `Shorter than ${filter.shorterThan} min`, without: { ...filter, shorterThan: null } }]),
	];
}
