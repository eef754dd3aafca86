import { Fragment } from "react";
import { Icon } from "@/components/ui/icon";
import { formatDuration } from "@/lib/talks/format";
import { paths } from "@/lib/talks/paths";
import { trackHue } from "@/lib/talks/track-hue";
import type { Named, TalkListItem } from "@/lib/talks/types";
import type { MarkStatus } from "@/lib/watchlist/types";
import { MarkButtons } from "./mark-buttons";

type Props = {
	/** Slug of its conference. */
	conference: string;
	talk: TalkListItem;
	hide?: "room" | "track";
	initialMark: MarkStatus | null;
};

/** One talk of a list. */
export function TalkRow({ conference, talk, hide, initialMark }: Props) {
	return (
		<li className="talk">
			<div>
				<a className="talk-title" href={paths.talk(conference, talk.slug)}>
					{talk.title}
				</a>
				{talk.subtitle && <p className="text-ink-soft">{talk.subtitle}</p>}
				<div className="talk-meta">
					{talk.isWithdrawn && <span className="font-semibold text-problem">Withdrawn</span>}
					{talk.speakers.length > 0 && (
						<span>
							<SpeakerLinks conference={conference} speakers={talk.speakers} />
						</span>
					)}
					{hide !== "track" && talk.track && <TrackLink conference={conference} track={talk.track} />}
					{hide !== "room" && talk.room && <a href={paths.room(conference, talk.room.slug)}>{talk.room.name}</a>}
					<span>{formatDuration(talk.duration)}</span>
					{talk.hasRecording && (
						<span>
							<Icon name="video" /> Recording
						</span>
					)}
				</div>
			</div>
			<MarkButtons talkId={talk.id} title={talk.title} initial={initialMark} />
		</li>
	);
}

/** `A, B, C`, each a link to the speaker. */
export function SpeakerLinks({ conference, speakers }: { conference: string; speakers: readonly Named[] }) {
	return speakers.map((speaker, index) => (
		<Fragment key={speaker.slug}>
			{index > 0 && ", "}
			<a href={paths.speaker(conference, speaker.slug)}>{speaker.name}</a>
		</Fragment>
	));
}

/** A track in its hue. */
export function TrackLink({ conference, track }: { conference: string; track: Named }) {
	return (
		<a
			className="track"
			style={{ "--hue": trackHue(track.name) } as React.CSSProperties}
			href={paths.track(conference, track.slug)}
		>
			{track.name}
		</a>
	);
}
