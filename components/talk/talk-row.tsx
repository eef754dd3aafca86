import { formatDuration } from "@/lib/talks/format";
import { paths } from "@/lib/talks/paths";
import type { MarkStatus } from "@/lib/watchlist/types";
import { MarkButtons } from "./mark-buttons";
import { type PackedTalk, type PackedTalks, RECORDED, WITHDRAWN } from "./packed-talks";
import { TrackLink } from "./track-link";

type Props = { packed: PackedTalks; talk: PackedTalk; initialMark: MarkStatus | null };

/** One talk of a list. */
export function TalkRow({ packed, talk, initialMark }: Props) {
	const [id, slug, title, speakers, duration, trackIndex, roomIndex, flags, subtitle] = talk;
	const { conference } = packed;
	const track = packed.tracks[trackIndex];
	const room = packed.rooms[roomIndex];
	return (
		<li className="talk">
			<div>
				<a className="talk-title" href={paths.talk(conference, slug)}>
					{title}
				</a>
				{subtitle && <p className="text-ink-soft">{subtitle}</p>}
				<div className="talk-meta">
					{(flags & WITHDRAWN) !== 0 && <b className="text-problem">Withdrawn</b>}
					{speakers && <span>{speakers}</span>}
					{track && <TrackLink conference={conference} slug={track[0]} name={track[1]} hue={track[2]} />}
					{room && <a href={paths.room(conference, room[0])}>{room[1]}</a>}
					<span>{formatDuration(duration)}</span>
					{(flags & RECORDED) !== 0 && <span className="recorded">Recording</span>}
				</div>
			</div>
			<MarkButtons talkId={id} title={title} initial={initialMark} />
		</li>
	);
}
