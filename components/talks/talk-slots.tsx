"use client";

import type { CSSProperties, ReactNode } from "react";
import { TalkCheck } from "@/components/selection/talk-check";
import type { MarkStatus } from "@/lib/marks/status";
import { formatDuration } from "@/lib/text/format";
import * as paths from "@/lib/urls/paths";
import { LocalTime } from "./local-time";
import { MarkButtons } from "./mark-buttons";
import { CANCELLED, NEWLY_RECORDED, type PackedTalks, RECORDED, unpackSlug, WITHDRAWN } from "./packed-talks";
import { TrackLink } from "./track-link";

type Props = {
	packed: PackedTalks;
	/** The visitor's marks by talk, where the server knew them. */
	marks?: readonly (readonly [talkId: number, status: MarkStatus])[];
	extras?: Readonly<Record<number, ReactNode>>;
	headingLevel: 2 | 3 | 4 | 5;
};

/** What TalkList draws. */
export function TalkSlots({ packed, marks, extras, headingLevel }: Props) {
	const Heading = `h${headingLevel}` as const;
	const initial = new Map(marks);
	const firstOf = firstTalks(packed);
	return packed.slots.map(([start, time, talkCount, day], slot) => (
		<section key={start} className="slot" style={{ "--talks": talkCount } as CSSProperties}>
			<Heading className="slot-time">
				{day && <span className="block text-sm text-ink-soft">{day}</span>}
				<time dateTime={new Date(start).toISOString()}>{time}</time>
				<LocalTime instant={start} conferenceTime={time} />
			</Heading>
			<ul>
				{packed.ids.slice(firstOf[slot], firstOf[slot + 1]).map((id, offset) => (
					<TalkRow
						key={id}
						packed={packed}
						index={(firstOf[slot] ?? 0) + offset}
						initialMark={initial.get(id) ?? null}
						extra={extras?.[id]}
					/>
				))}
			</ul>
		</section>
	));
}

/** The index of each slot's first talk, and after the last slot's the number of all. */
function firstTalks({ slots }: PackedTalks): number[] {
	const firsts = [0];
	for (const [, , talkCount] of slots) firsts.push((firsts.at(-1) ?? 0) + talkCount);
	return firsts;
}

type TalkRowProps = {
	packed: PackedTalks;
	/** Of the talk in `packed`. */
	index: number;
	initialMark: MarkStatus | null;
	extra?: ReactNode;
};

/** One talk of a list. */
function TalkRow({ packed, index, initialMark, extra }: TalkRowProps) {
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
