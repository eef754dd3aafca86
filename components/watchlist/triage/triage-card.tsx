import { Fragment } from "react";
import { LocalTime } from "@/components/talks/local-time";
import { TrackLink } from "@/components/talks/track-link";
import { renderMarkdown } from "@/lib/markdown/render";
import { getTrackHue } from "@/lib/talks/track-hue";
import type { Conference } from "@/lib/talks/types";
import { formatDay, formatDuration, formatTime } from "@/lib/text/format";
import { endOf } from "@/lib/time/talk-times";
import * as paths from "@/lib/urls/paths";
import type { TriageTalk } from "@/lib/watchlist/triage/types";

type Props = { conference: Pick<Conference, "slug" | "timeZone">; talk: TriageTalk };

/** What somebody decides by: a talk with all that the schedule says of it. */
export function TriageCard({ conference, talk }: Props) {
	const { slug, timeZone } = conference;
	const start = formatTime(talk.start, timeZone);
	const texts = [talk.abstract, talk.description].filter((text) => text !== "");
	return (
		<>
			<h2 className="text-xl font-bold text-balance wrap-anywhere sm:text-2xl">
				<a className="text-ink no-underline hover:text-accent hover:underline" href={paths.talk(slug, talk.slug)}>
					{talk.title}
				</a>
			</h2>
			{talk.subtitle && <p className="text-lg text-ink-soft">{talk.subtitle}</p>}
			{talk.speakers.length > 0 && (
				<p className="mt-1">
					{talk.speakers.map((speaker, index) => (
						<Fragment key={speaker.slug}>
							{index > 0 && ", "}
							<a className="link" href={paths.speaker(slug, speaker.slug)}>
								{speaker.name}
							</a>
						</Fragment>
					))}
				</p>
			)}
			<div className="talk-meta mt-1 text-base">
				{talk.isWithdrawn && <b className="off">Withdrawn</b>}
				{talk.isCancelled && <b className="off">Cancelled</b>}
				<span>
					{formatDay(talk.day)}, <time dateTime={talk.start.toISOString()}>{start}</time>–
					{formatTime(endOf(talk), timeZone)} ({formatDuration(talk.duration)})
				</span>
				{talk.room && <a href={paths.room(slug, talk.room.slug)}>{talk.room.name}</a>}
				{talk.track && (
					<TrackLink
						conference={slug}
						slug={talk.track.slug}
						name={talk.track.name}
						hue={getTrackHue(talk.track.name)}
					/>
				)}
				{talk.type && <span>{talk.type}</span>}
				<Recorded talk={talk} />
			</div>
			<LocalTime instant={talk.start.getTime()} conferenceTime={start} withWeekday />
			<div className="mt-4" lang={talk.language || undefined}>
				{texts.map((text, index) => (
					<div key={text} className={index === 0 ? "prose" : "prose mt-6"}>
						{renderMarkdown(text, { headingLevel: 3, idPrefix: `text-${talk.id}-${index}-` })}
					</div>
				))}
			</div>
			{texts.length === 0 && <p className="text-ink-soft">The schedule says nothing more about this talk.</p>}
		</>
	);
}

function Recorded({ talk }: { talk: TriageTalk }) {
	if (talk.hasRecording) return <span className="recorded">Recording</span>;
	if (talk.willBeRecorded === null) return null;
	return <span>{talk.willBeRecorded ? "Will be recorded" : "Not recorded"}</span>;
}
