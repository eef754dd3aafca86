import { ClientLinks } from "@/components/ui/client-links";
import { formatShortDay, formatTime } from "@/lib/talks/format";
import { groupBy } from "@/lib/talks/order";
import type { Conference, TalkListItem } from "@/lib/talks/types";
import type { MarkStatus } from "@/lib/watchlist/types";
import { LocalTime } from "./local-time";
import { TalkRow } from "./talk-row";

type Props = {
	conference: Pick<Conference, "slug" | "timeZone">;
	/** In order of time. */
	talks: readonly TalkListItem[];
	/** For lists over several days. */
	showDay?: boolean;
	/** What a list of one room, track or speaker need not repeat. */
	hide?: "room" | "track";
	/** The visitor's marks, on pages that are rendered for them. */
	marks?: ReadonlyMap<number, MarkStatus>;
	/** Level of the headings that name a time. */
	headingLevel?: 2 | 3 | 4 | 5;
};

/** Talks in order of time, those that start together under one time. */
export function TalkList({ conference, talks, showDay = false, hide, marks, headingLevel = 2 }: Props) {
	const Heading = `h${headingLevel}` as const;
	return (
		<ClientLinks>
			{groupBy(talks, (talk) => talk.start.getTime()).map(({ key, items }) => {
				const start = new Date(key);
				const time = formatTime(start, conference.timeZone);
				return (
					<section key={key} className="slot">
						<Heading className="slot-time">
							{showDay && <span className="block text-sm text-ink-soft">{formatShortDay(items[0]?.day ?? "")}</span>}
							<time dateTime={start.toISOString()}>{time}</time>
							<LocalTime instant={key} shown={time} />
						</Heading>
						<ul>
							{items.map((talk) => (
								<TalkRow
									key={talk.id}
									conference={conference.slug}
									talk={talk}
									hide={hide}
									initialMark={marks?.get(talk.id) ?? null}
								/>
							))}
						</ul>
					</section>
				);
			})}
		</ClientLinks>
	);
}
