import { LocalTime } from "@/components/talk/local-time";
import { MarkButtons } from "@/components/talk/mark-buttons";
import { TrackLink } from "@/components/talk/track-link";
import { formatCount, formatDuration, formatShortDay, formatTime } from "@/lib/talks/format";
import * as paths from "@/lib/talks/paths";
import { trackHue } from "@/lib/talks/track-hue";
import type { WatchlistEntry } from "@/lib/watchlist/types";

type Props = {
	entry: WatchlistEntry;
	/** What stands above the row already. */
	hides?: { readonly conference?: boolean; readonly day?: boolean; readonly track?: boolean };
};

/** One talk of the watchlist, with what the visitor made of it. */
export function WatchlistRow({ entry, hides = {} }: Props) {
	const { talk, conference, status, isNewlyRecorded } = entry;
	const time = formatTime(talk.start, conference.timeZone);
	return (
		<>
			<div>
				<a className="talk-title" href={paths.talk(conference.slug, talk.slug)}>
					{talk.title}
				</a>
				{talk.subtitle && <p className="text-ink-soft">{talk.subtitle}</p>}
				<div className="talk-meta">
					{talk.isWithdrawn && <b className="off">Withdrawn</b>}
					{talk.isCancelled && <b className="off">Cancelled</b>}
					<span className="inline-flex flex-wrap items-baseline gap-x-2">
						<time dateTime={talk.start.toISOString()}>{hides.day ? time : `${formatShortDay(talk.day)} ${time}`}</time>
						<LocalTime instant={talk.start.getTime()} shown={time} />
					</span>
					{!hides.conference && <a href={paths.conference(conference.slug)}>{conference.title}</a>}
					{talk.speakers.length > 0 && <span>{talk.speakers.map(({ name }) => name).join(", ")}</span>}
					{talk.track && !hides.track && (
						<TrackLink
							conference={conference.slug}
							slug={talk.track.slug}
							name={talk.track.name}
							hue={trackHue(talk.track.name)}
						/>
					)}
					{talk.room && <a href={paths.room(conference.slug, talk.room.slug)}>{talk.room.name}</a>}
					<span>{formatDuration(talk.duration)}</span>
					{talk.hasRecording && (
						<span className="recorded">{isNewlyRecorded ? <b>New recording</b> : "Recording"}</span>
					)}
				</div>
				<Own entry={entry} />
			</div>
			<MarkButtons talkId={talk.id} title={talk.title} initial={status} />
		</>
	);
}

/** The visitor's rating, topics, and how much they wrote. */
function Own({ entry: { rating, topics, takeawayCount, hasNote } }: { entry: WatchlistEntry }) {
	if (rating === null && topics.length === 0 && !hasNote) return null;
	return (
		<div className="talk-meta mt-1 items-center">
			{rating !== null && (
				<span>
					<span aria-hidden="true" className="text-must-see">
						{"★".repeat(rating)}
						<span className="opacity-40">{"★".repeat(5 - rating)}</span>
					</span>
					<span className="sr-only">{`Rated ${rating} of 5`}</span>
				</span>
			)}
			{takeawayCount > 0 && (
				<span>{takeawayCount === 1 ? "1 takeaway" : `${formatCount(takeawayCount)} takeaways`}</span>
			)}
			{hasNote && takeawayCount === 0 && <span>Note</span>}
			{topics.map(({ slug, name }) => (
				<a key={slug} className="chip" href={paths.topic(slug)}>
					{name}
				</a>
			))}
		</div>
	);
}
