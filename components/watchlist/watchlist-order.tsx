import { ArrowDownWideNarrow } from "lucide";
import { Icon } from "@/components/ui/icon";
import { Sheet } from "@/components/ui/popover";
import { GROUPINGS, SORTS, withSort } from "@/lib/watchlist/list/arrangement";
import { type WatchlistView, watchlistPath } from "@/lib/watchlist/list/watchlist-path";
import { GROUPING_LABELS, SORT_LABELS } from "./watchlist-labels";

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
