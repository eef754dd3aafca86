import type { Conference, Named, TalkListItem } from "@/lib/talks/types";
import { TalkList } from "./talk-list";

type Props = {
	conference: Conference;
	room: Named | null;
	/** What else its speakers give. */
	bySpeakers: readonly TalkListItem[];
	/** Talks that run at the same time. */
	during: readonly TalkListItem[];
	/** The talk that follows in the room. */
	next: TalkListItem | null;
};

/** What else there is: by the same people, next in the room, and at the same time. */
export function AroundTalk({ conference, room, bySpeakers, during, next }: Props) {
	return (
		<div className="mt-12 grid grid-cols-1 gap-10 print:hidden">
			{bySpeakers.length > 0 && (
				<section aria-labelledby="by-speakers">
					<h2 id="by-speakers" className="mb-2 text-xl font-bold">
						Also by these speakers
					</h2>
					<TalkList conference={conference} talks={bySpeakers} showDay headingLevel={3} />
				</section>
			)}
			{next && room && (
				<section aria-labelledby="next-in-room">
					<h2 id="next-in-room" className="mb-2 text-xl font-bold">
						Next in {room.name}
					</h2>
					<TalkList conference={conference} talks={[next]} hide="room" headingLevel={3} />
				</section>
			)}
			{during.length > 0 && (
				<section aria-labelledby="at-the-same-time">
					<h2 id="at-the-same-time" className="mb-2 text-xl font-bold">
						At the same time
					</h2>
					<TalkList conference={conference} talks={during} headingLevel={3} />
				</section>
			)}
		</div>
	);
}
