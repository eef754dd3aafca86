import type { ReactNode } from "react";
import type { MarkStatus } from "@/lib/marks/status";
import type { Conference, TalkListItem } from "@/lib/talks/types";
import { packTalks } from "./packed-talks";
import { TalkSlots } from "./talk-slots";

type Props = {
	conference: Pick<Conference, "slug" | "timeZone">;
	/** In order of time. */
	talks: readonly TalkListItem[];
	/** For lists over several days. */
	showDay?: boolean;
	/** What a list of one room or track need not repeat. */
	hide?: "room" | "track";
	/** The visitor's marks, on pages that are rendered for them. */
	marks?: ReadonlyMap<number, MarkStatus>;
	/** Ids of talks whose recording came since the visitor last looked, on pages that are rendered for them. */
	newlyRecorded?: ReadonlySet<number>;
	/** What else is to be said of some talks, by id, on pages that have something to say. */
	extras?: Readonly<Record<number, ReactNode>>;
	/** Rows have a box, for a list in Selection. */
	selectable?: boolean;
	/** Level of the headings that name a time. */
	headingLevel?: 2 | 3 | 4 | 5;
};

/** Talks in order of time, those that start together under one time. */
export function TalkList({
	conference,
	talks,
	showDay = false,
	hide,
	marks,
	newlyRecorded,
	extras,
	selectable,
	headingLevel = 2,
}: Props) {
	const { slug, timeZone } = conference;
	const packed = packTalks(talks, { conference: slug, timeZone, showDay, hide, newlyRecorded, selectable });
	return <TalkSlots packed={packed} marks={marks && [...marks]} extras={extras} headingLevel={headingLevel} />;
}
