import type { Conference, Named, TalkListItem } from "@/lib/talks/types";
import { TalkList } from "./talk-list";

type Props = {
	conference: Conference;
	room: Named | null;
	/** Talks that run at the same time. */
	during: readonly TalkListItem[];
	/** The talk that follows in the room. */
	next: TalkListItem | null;
};

/** What else one could be at: next in the room, and at the same time. */
export function AroundTalk({ conference, room, during, next }: Props) {
	return (
		<div className="mt-12 grid grid-cols-1 gap-10">
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
