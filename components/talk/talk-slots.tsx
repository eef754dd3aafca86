"use client";

import type { CSSProperties, ReactNode } from "react";
import type { MarkStatus } from "@/lib/watchlist/types";
import { LocalTime } from "./local-time";
import type { PackedTalks } from "./packed-talks";
import { TalkRow } from "./talk-row";

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
