import { MarkButtons } from "@/components/talk/mark-buttons";
import { TrackLink } from "@/components/talk/track-link";
import { formatDuration, formatTime } from "@/lib/talks/format";
import { endOf } from "@/lib/talks/order";
import * as paths from "@/lib/talks/paths";
import { getTrackHue } from "@/lib/talks/track-hue";
import type { AgendaTalk } from "@/lib/watchlist/agenda/types";

type AgendaRowProps = {
	conference: { readonly slug: string; readonly timeZone: string };
	one: AgendaTalk;
	when: "now" | "next" | null;
	hasConflict: boolean;
};

/** A must-see talk in the order of a day. */
export function AgendaRow({ conference, one: { talk, outlook, moves }, when, hasConflict }: AgendaRowProps) {
	const { slug, timeZone } = conference;
	return (
		<li
			className="agenda-row grid gap-x-6 border-l-4 border-line py-3 pl-4 data-[when=now]:border-accent data-[when=now]:bg-sunken sm:grid-cols-[7.5rem_1fr]"
			aria-current={when === "now" ? "time" : undefined}
			data-when={when ?? undefined}
		>
			<p className="font-semibold">
				<time dateTime={talk.start.toISOString()}>{formatTime(talk.start, timeZone)}</time>
				{talk.duration > 0 && `–${formatTime(endOf(talk), timeZone)}`}
				{when && (
					<span className="ml-2 rounded bg-accent px-1.5 text-sm text-accent-ink sm:ml-0 sm:block sm:w-fit">
						{when === "now" ? "Now" : "Next"}
					</span>
				)}
			</p>
			<div className="talk border-t-0! p-0!">
				<div>
					<a className="talk-title" href={paths.talk(slug, talk.slug)}>
						{talk.title}
					</a>
					<div className="talk-meta">
						{talk.isWithdrawn && <b className="off">Withdrawn</b>}
						{talk.isCancelled && <b className="off">Cancelled</b>}
						{hasConflict && <b className="text-problem">Overlaps</b>}
						{talk.room && <a href={paths.room(slug, talk.room.slug)}>{talk.room.name}</a>}
						{talk.track && (
							<TrackLink
								conference={slug}
								slug={talk.track.slug}
								name={talk.track.name}
								hue={getTrackHue(talk.track.name)}
							/>
						)}
						{talk.duration > 0 && <span>{formatDuration(talk.duration)}</span>}
						{talk.hasRecording && <span className="recorded">Recording</span>}
						{/* That nothing is known need not be said of every talk; where one has to choose, it is. */}
						{!talk.hasRecording && outlook.kind !== "unknown" && <span>{outlook.label}</span>}
					</div>
					{moves.length > 0 && (
						<p className="text-sm">
							<b>Changed since you marked it:</b> {moves.join("; ")}
						</p>
					)}
				</div>
				<MarkButtons talkId={talk.id} title={talk.title} initial="MUST_SEE" />
			</div>
		</li>
	);
}
