import { formatCount } from "@/lib/text/format";
import { isInTab } from "@/lib/watchlist/list/filter";
import { TAB_LABELS, WATCHLIST_TABS } from "@/lib/watchlist/list/types";
import { type WatchlistView, watchlistPath } from "@/lib/watchlist/list/watchlist-path";
import type { WatchlistEntry } from "@/lib/watchlist/types";

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
