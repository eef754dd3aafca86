import type { ReactNode } from "react";
import { MarkButtons } from "@/components/talks/mark-buttons";
import { StarRating } from "@/components/ui/star-rating";
import type { OverviewTalk } from "@/lib/notes/overview/types";
import { formatDays, formatIsoDate } from "@/lib/text/format";
import * as paths from "@/lib/urls/paths";

type Props = {
	talk: OverviewTalk;
	/** What happened last: "Changed", "Watched", and when. */
	latest: { readonly what: string; readonly at: Date };
	/** A heading says it already. */
	hidesConference: boolean;
	children?: ReactNode;
};

/** A talk, what the visitor made of it, and below that what they wrote. */
export function TalkLine({ talk, latest, hidesConference, children }: Props) {
	const { conference } = talk;
	return (
		<li className="talk">
			<div>
				<a className="talk-title" href={paths.talk(conference.slug, talk.slug)}>
					{talk.title}
				</a>
				<div className="talk-meta items-center">
					{talk.isWithdrawn && <b className="off">Withdrawn</b>}
					{!hidesConference && <a href={paths.conference(conference.slug)}>{conference.title}</a>}
					<span>
						{latest.what} <time dateTime={latest.at.toISOString()}>{dayOf(latest.at)}</time>
					</span>
					{talk.rating !== null && <StarRating stars={talk.rating} />}
					{talk.topics.map(({ slug, name }) => (
						<a key={slug} className="chip" href={paths.topic(slug)}>
							{name}
						</a>
					))}
				</div>
				{children}
			</div>
			<MarkButtons talkId={talk.id} title={talk.title} initial={talk.mark} />
		</li>
	);
}

/** Where the visitor is, only their browser knows; a day is near enough. */
function dayOf(at: Date): string {
	const day = formatIsoDate(at, "UTC");
	return formatDays(day, day);
}
