import { ArrowDownWideNarrow } from "lucide";
import { Icon } from "@/components/ui/icon";
import { Sheet } from "@/components/ui/popover";
import { formatCount } from "@/lib/text/format";
import { GROUPINGS, type Grouping, SORTS, type Sort, withSort } from "@/lib/watchlist/list/arrangement";
import { isInTab, type WatchlistView, watchlistPath } from "@/lib/watchlist/list/filter";
import { type RatingFilter, TAB_LABELS, WATCHLIST_TABS } from "@/lib/watchlist/list/types";
import type { WatchlistEntry } from "@/lib/watchlist/types";

/** How the list is grouped and sorted, each way an address of its own. */
export function WatchlistOrder({ view }: { view: WatchlistView }) {
	const { arrangement } = view;
	return (
		<div className="mb-4 text-sm lg:mb-6">
			<button className="button lg:hidden" type="button" popoverTarget="order">
				<Icon icon={ArrowDownWideNarrow} /> Group and sort
			</button>
			<Sheet id="order">
				<div className="grid gap-x-8 gap-y-1 lg:flex lg:flex-wrap">
					<Ways
						label="Group by"
						ways={GROUPINGS.map((group) => ({
							label: GROUPING_LABELS[group],
							href: watchlistPath({ ...view, arrangement: { ...arrangement, group }, page: 1 }),
							isCurrent: group === arrangement.group,
						}))}
					/>
					<Ways
						label="Sort by"
						ways={SORTS.map((sort) => ({
							label: SORT_LABELS[sort],
							href: watchlistPath({ ...view, arrangement: withSort(arrangement, sort), page: 1 }),
							isCurrent: sort === arrangement.sort,
						}))}
					/>
				</div>
			</Sheet>
		</div>
	);
}

type Way = { readonly label: string; readonly href: string; readonly isCurrent: boolean };

function Ways({ label, ways }: { label: string; ways: readonly Way[] }) {
	return (
		<nav aria-label={label} className="flex flex-wrap items-center gap-x-1">
			<span className="mr-1 text-ink-soft">{label}</span>
			{ways.map((way) => (
				<a
					key={way.label}
					href={way.href}
					aria-current={way.isCurrent ? "true" : undefined}
					className="inline-flex min-h-9 items-center rounded-md px-2 text-ink-soft no-underline hover:text-ink aria-[current=true]:bg-sunken aria-[current=true]:font-semibold aria-[current=true]:text-ink max-sm:min-h-11"
				>
					{way.label}
				</a>
			))}
		</nav>
	);
}

const GROUPING_LABELS: Readonly<Record<Grouping, string>> = {
	day: "Conference and day",
	track: "Track",
	topic: "Topic",
	none: "Nothing",
};

const SORT_LABELS: Readonly<Record<Sort, string>> = {
	time: "Time",
	own: "Own order",
	length: "Length",
	rating: "Rating",
};

export const RATING_LABELS: Readonly<Record<RatingFilter, string>> = {
	"5": "5 stars",
	"4": "4 stars",
	"3": "3 stars",
	"2": "2 stars",
	"1": "1 star",
	none: "Not rated",
};

type Props = {
	view: WatchlistView;
	/** All that the visitor has marked: a filter changes no count. */
	entries: readonly WatchlistEntry[];
};

/** The parts of the watchlist, each an address of its own; what is filtered by stays. */
export function WatchlistTabs({ view, entries }: Props) {
	return (
		<nav aria-label="Parts of the watchlist" className="mb-4">
			<ul className="tabs">
				{WATCHLIST_TABS.map((tab) => (
					<li key={tab} className="shrink-0">
						<a
							href={watchlistPath({ ...view, filter: { ...view.filter, tab }, page: 1 })}
							aria-current={tab === view.filter.tab ? "page" : undefined}
						>
							{TAB_LABELS[tab]}{" "}
							<span className="text-sm font-normal">
								{formatCount(entries.filter((entry) => isInTab(entry, tab)).length)}
							</span>
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
