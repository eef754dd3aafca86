import { formatTalkCount } from "@/lib/talks/amount";
import { formatDay, formatDuration } from "@/lib/talks/format";
import * as paths from "@/lib/talks/paths";
import type { Grouping } from "@/lib/watchlist/list/arrangement";
import type { WatchlistGroup } from "@/lib/watchlist/list/grouping";
import { rowData } from "./row-data";
import { WatchlistRows } from "./watchlist-row";

type WatchlistGroupsProps = { groups: readonly WatchlistGroup[]; grouping: Grouping };

/** Marked talks by what they have in common. */
export function WatchlistGroups({ groups, grouping }: WatchlistGroupsProps) {
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
