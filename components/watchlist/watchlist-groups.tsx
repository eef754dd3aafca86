import { TalkList } from "@/components/talk/talk-list";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCount, formatDay, formatDuration } from "@/lib/talks/format";
import * as paths from "@/lib/talks/paths";
import type { WatchlistGroup } from "@/lib/watchlist/group";
import { MARK_LABELS, type MarkStatus, type WatchlistEntry } from "@/lib/watchlist/types";

/** Marked talks by status, conference and day. */
export function WatchlistGroups({ groups }: { groups: readonly WatchlistGroup[] }) {
	if (groups.length === 0) {
		return (
			<EmptyState title="Nothing on your watchlist yet.">
				<p className="text-ink-soft">Mark a talk must-see, watched or missed, and it stands here.</p>
				<a className="button" href="/">
					Choose a conference
				</a>
			</EmptyState>
		);
	}
	return groups.map(({ status, talkCount, minutes, conferences }) => (
		<section key={status} aria-labelledby={status} className="mb-12">
			<h2 id={status} className="mb-2 text-xl font-bold">
				{MARK_LABELS[status]}{" "}
				<span className="font-normal text-ink-soft">
					{formatCount(talkCount)} · {formatDuration(minutes)}
				</span>
			</h2>
			{conferences.map(({ conference, days }) => (
				<section key={conference.slug} aria-label={`${MARK_LABELS[status]}, ${conference.title}`} className="mb-6">
					<h3 className="text-lg font-semibold">
						<a className="no-underline hover:underline" href={paths.conference(conference.slug)}>
							{conference.title}
						</a>
					</h3>
					{days.map(({ day, entries }) => (
						<section key={day}>
							<h4 className="mt-3 mb-1 text-ink-soft">{formatDay(day)}</h4>
							<TalkList
								conference={conference}
								talks={entries.map(({ talk }) => talk)}
								marks={marksOf(entries)}
								newlyRecorded={newlyRecorded(entries)}
								headingLevel={5}
							/>
						</section>
					))}
				</section>
			))}
		</section>
	));
}

function marksOf(entries: readonly WatchlistEntry[]): ReadonlyMap<number, MarkStatus> {
	return new Map(entries.map(({ talk, status }) => [talk.id, status]));
}

function newlyRecorded(entries: readonly WatchlistEntry[]): ReadonlySet<number> {
	return new Set(entries.flatMap(({ talk, isNewlyRecorded }) => (isNewlyRecorded ? [talk.id] : [])));
}
