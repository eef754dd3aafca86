import type { ReactNode } from "react";
import { TalkCheck } from "@/components/selection/talk-check";
import { formatDuration } from "@/lib/talks/format";
import * as paths from "@/lib/talks/paths";
import type { MarkStatus } from "@/lib/watchlist/types";
import { MarkButtons } from "./mark-buttons";
import { unpackSlug } from "./packed-slug";
import { CANCELLED, NEWLY_RECORDED, type PackedTalks, RECORDED, WITHDRAWN } from "./packed-talks";
import { TrackLink } from "./track-link";

type TalkRowProps = {
	packed: PackedTalks;
	/** Of the talk in `packed`. */
	index: number;
	initialMark: MarkStatus | null;
	extra?: ReactNode;
};

/** One talk of a list. */
export function TalkRow({ packed, index, initialMark, extra }: TalkRowProps) {
	const { conference } = packed;
	const title = packed.titles[index] ?? "";
	const subtitle = packed.subtitles[index];
	const speakers = packed.speakers[index];
	const track = packed.tracks[packed.track[index] ?? -1];
	const room = packed.rooms[packed.room[index] ?? -1];
	const flags = packed.flags[index] ?? 0;
	return (
		<li className="talk">
			{packed.selectable && <TalkCheck talkId={packed.ids[index] ?? 0} title={title} />}
			<div>
				<a className="talk-title" href={paths.talk(conference, unpackSlug(packed.slugs[index] ?? "", title))}>
					{title}
				</a>
				{subtitle && <p className="text-ink-soft">{subtitle}</p>}
				<div className="talk-meta">
					{(flags & WITHDRAWN) !== 0 && <b className="off">Withdrawn</b>}
					{(flags & CANCELLED) !== 0 && <b className="off">Cancelled</b>}
					{speakers && <span>{speakers}</span>}
					{track && <TrackLink conference={conference} slug={track[0]} name={track[1]} hue={track[2]} />}
					{/* Without a link: those of a day are a kilobyte of it, and the talk's own page has it. */}
					{room && <span>{room[1]}</span>}
					<span>{formatDuration(packed.durations[index] ?? 0)}</span>
					{(flags & RECORDED) !== 0 && (
						<span className="recorded">{(flags & NEWLY_RECORDED) !== 0 ? <b>New recording</b> : "Recording"}</span>
					)}
				</div>
				{extra}
			</div>
			<MarkButtons talkId={packed.ids[index] ?? 0} title={title} initial={initialMark} />
		</li>
	);
}
