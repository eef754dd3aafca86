import { TalkList } from "@/components/talks/talk-list";
import { EmptyState } from "@/components/ui/empty-state";
import type { Conference, TalkListItem } from "@/lib/talks/types";
import { formatTalkCount } from "@/lib/text/format-amount";

type Props = { conference: Conference; talks: readonly TalkListItem[]; hide?: "room" | "track" };

/** All talks of a track, a room or a speaker, over the days. */
export function TalksOf({ conference, talks, hide }: Props) {
	if (talks.length === 0) return <EmptyState title="No talks here in the present schedule." />;
	return (
		<section aria-labelledby="talks">
			<h2 id="talks" className="mb-3 text-xl font-bold">
				{formatTalkCount(talks.length)}
			</h2>
			<TalkList conference={conference} talks={talks} hide={hide} showDay headingLevel={3} />
		</section>
	);
}
