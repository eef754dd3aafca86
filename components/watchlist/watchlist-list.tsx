import { CheckCheck, SearchX } from "lucide";
import type { ReactNode } from "react";
import { ShortcutsButton } from "@/components/keyboard/shortcuts-button";
import { Selection } from "@/components/selection/selection";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { formatDay, formatDuration } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";
import type { Grouping } from "@/lib/watchlist/list/arrangement";
import { isFiltered, type WatchlistView, watchlistPath } from "@/lib/watchlist/list/filter";
import { paginateGroups, type WatchlistGroup } from "@/lib/watchlist/list/grouping";
import { TAB_LABELS } from "@/lib/watchlist/list/types";
import { OwnOrder } from "./own-order";
import { rowData } from "./row-data";
import { WatchlistRows } from "./watchlist-row";

type Props = {
	view: WatchlistView & { readonly page: number };
	pageCount: number;
	rowsPerPage: number;
	/** On all pages. */
	groups: readonly WatchlistGroup[];
	/** What can be done with what is shown. */
	actions: ReactNode;
};

/** A page of the list, in the order that the address says; an order of one's own can be changed here. */
export function WatchlistList({ view, pageCount, rowsPerPage, groups, actions }: Props) {
	const { group, sort } = view.arrangement;
	if (groups.length === 0) return <Nothing view={view} />;
	const visibleGroups = paginateGroups(groups, view.page, rowsPerPage);
	const before = (view.page - 1) * rowsPerPage;
	const all = groups.flatMap(({ parts }) => parts.flatMap(({ entries }) => entries));
	const allIds = [...new Set(all.map(({ talk }) => talk.id))];
	return (
		<>
			{group === "none" && sort === "own" ? (
				<>
					<div className="mb-4 flex flex-wrap gap-2">{actions}</div>
					<OwnOrder
						rows={all.slice(before, before + rowsPerPage).map((entry) => rowData(entry))}
						first={before + 1}
						total={all.length}
						next={all[before + rowsPerPage]?.talk.id ?? null}
					/>
				</>
			) : (
				<Selection
					// Other talks are another choice.
					key={watchlistPath(view)}
					matchCount={allIds.length}
					allIds={pageCount > 1 ? allIds : undefined}
					before={actions}
					actions={<ShortcutsButton />}
				>
					<WatchlistGroups groups={visibleGroups} grouping={group} />
				</Selection>
			)}
			<Pagination page={view.page} pageCount={pageCount} hrefOf={(page) => watchlistPath({ ...view, page })} />
		</>
	);
}

function Nothing({ view }: { view: WatchlistView }) {
	if (isFiltered(view.filter)) {
		return (
			<EmptyState icon={SearchX} title="No results">
				<p className="text-ink-soft">Remove one of the filters above.</p>
			</EmptyState>
		);
	}
	if (view.filter.tab === "to-watch") {
		return (
			<EmptyState icon={CheckCheck} title="Nothing left to watch.">
				<a className="button" href={watchlistPath({ ...view, filter: { ...view.filter, tab: "all" } })}>
					Show all marked talks
				</a>
			</EmptyState>
		);
	}
	return <EmptyState title={`No talk is marked ${TAB_LABELS[view.filter.tab].toLowerCase()}.`} />;
}

type WatchlistGroupsProps = { groups: readonly WatchlistGroup[]; grouping: Grouping };

/** Marked talks by what they have in common. */
function WatchlistGroups({ groups, grouping }: WatchlistGroupsProps) {
	const hides = {
		conference: grouping === "day" || grouping === "track",
		day: grouping === "day",
		track: grouping === "track",
	};
	return groups.map((group) => {
		if (grouping === "none") {
			const entries = group.parts.flatMap((part) => part.entries);
			return <WatchlistRows key={group.key} rows={entries.map((entry) => rowData(entry))} />;
		}
		const { title, href } = headingOf(group, grouping);
		return (
			<section key={group.key} aria-label={title} className="mb-10">
				<h2 className="flex flex-wrap items-baseline gap-x-2 text-xl font-bold">
					{href ? (
						<a className="no-underline hover:underline" href={href}>
							{title}
						</a>
					) : (
						title
					)}
					<span className="text-base font-normal text-ink-soft">
						{formatTalkCount(group.talkCount)} · {formatDuration(group.minutes)}
					</span>
				</h2>
				{grouping === "track" && <p className="text-sm text-ink-soft">{group.conference?.title}</p>}
				{group.parts.map(({ day, entries }) => (
					<section key={day}>
						{day !== null && <h3 className="mt-3 mb-1 font-semibold text-ink-soft">{formatDay(day)}</h3>}
						<WatchlistRows rows={entries.map((entry) => rowData(entry, hides))} />
					</section>
				))}
			</section>
		);
	});
}

function headingOf(
	{ conference, trackOrTopic: named }: WatchlistGroup,
	grouping: Grouping,
): { title: string; href: string | null } {
	if (grouping === "day" && conference) return { title: conference.title, href: paths.conference(conference.slug) };
	if (named === null) return { title: grouping === "topic" ? "No topic" : "No track", href: null };
	return {
		title: named.name,
		href: conference ? paths.track(conference.slug, named.slug) : paths.topic(named.slug),
	};
}
