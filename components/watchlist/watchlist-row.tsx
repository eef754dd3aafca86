"use client";

import { TalkCheck } from "@/components/selection/talk-check";
import { LocalTime } from "@/components/talks/local-time";
import { MarkButtons } from "@/components/talks/mark-buttons";
import { TrackLink } from "@/components/talks/track-link";
import { StarRating } from "@/components/ui/star-rating";
import * as paths from "@/lib/urls/paths";
import type { RowData } from "./row-data";

/** Talks of the watchlist, in one list. */
export function WatchlistRows({ rows }: { rows: readonly RowData[] }) {
	return (
		<ul className="border-t border-line">
			{rows.map((row) => (
				<li key={row.id} className="talk">
					<TalkCheck talkId={row.id} title={row.title} />
					<WatchlistRow row={row} />
				</li>
			))}
		</ul>
	);
}

/** One talk of the watchlist, with what the visitor made of it. */
export function WatchlistRow({ row }: { row: RowData }) {
	const { conference, track, room, recording } = row;
	return (
		<>
			<div>
				<a className="talk-title" href={paths.talk(conference, row.slug)}>
					{row.title}
				</a>
				{row.subtitle && <p className="text-ink-soft">{row.subtitle}</p>}
				<div className="talk-meta">
					{row.off?.map((word) => (
						<b key={word} className="off">
							{word}
						</b>
					))}
					<span className="inline-flex flex-wrap items-baseline gap-x-2">
						<time dateTime={new Date(row.start).toISOString()}>{row.day ? `${row.day} ${row.time}` : row.time}</time>
						<LocalTime instant={row.start} conferenceTime={row.time} />
					</span>
					{row.conferenceTitle && <a href={paths.conference(conference)}>{row.conferenceTitle}</a>}
					{row.speakers && <span>{row.speakers}</span>}
					{track && <TrackLink conference={conference} slug={track[0]} name={track[1]} hue={track[2]} />}
					{room && <a href={paths.room(conference, room[0])}>{room[1]}</a>}
					<span>{row.length}</span>
					{recording && (
						<span className="recorded">{recording === "New recording" ? <b>{recording}</b> : recording}</span>
					)}
				</div>
				<Own row={row} />
			</div>
			<MarkButtons talkId={row.id} title={row.title} initial={row.status} />
		</>
	);
}

/** The visitor's rating, topics, and how much they wrote. */
function Own({ row: { rating, notes, topics } }: { row: RowData }) {
	if (rating === undefined && !notes && !topics) return null;
	return (
		<div className="talk-meta mt-1 items-center">
			{rating !== undefined && <StarRating stars={rating} />}
			{notes && <span>{notes}</span>}
			{topics?.map(([slug, name]) => (
				<a key={slug} className="chip" href={paths.topic(slug)}>
					{name}
				</a>
			))}
		</div>
	);
}
