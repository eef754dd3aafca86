"use client";

import type { CSSProperties } from "react";
import type { MarkStatus } from "@/lib/watchlist/types";
import { LocalTime } from "./local-time";
import type { PackedTalks } from "./packed-talks";
import { TalkRow } from "./talk-row";

type Props = {
	packed: PackedTalks;
	/** The visitor's marks by talk, where the server knew them. */
	marks?: readonly (readonly [talkId: number, status: MarkStatus])[];
	headingLevel: 2 | 3 | 4 | 5;
};

/** What TalkList draws. */
export function TalkSlots({ packed, marks, headingLevel }: Props) {
	const Heading = `h${headingLevel}` as const;
	const initial = new Map(marks);
	return packed.slots.map(([start, time, talks, day]) => (
		<section key={start} className="slot" style={{ "--talks": talks.length } as CSSProperties}>
			<Heading className="slot-time">
				{day && <span className="block text-sm text-ink-soft">{day}</span>}
				<time dateTime={new Date(start).toISOString()}>{time}</time>
				<LocalTime instant={start} shown={time} />
			</Heading>
			<ul>
				{talks.map((talk) => (
					<TalkRow key={talk[0]} packed={packed} talk={talk} initialMark={initial.get(talk[0]) ?? null} />
				))}
			</ul>
		</section>
	));
}
