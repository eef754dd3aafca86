import { ShortcutsButton } from "@/components/keyboard/shortcuts-button";
import { Selection } from "@/components/selection/selection";
import { TalkList } from "@/components/talks/talk-list";
import type { MarkStatus } from "@/lib/marks/status";
import { formatCount, formatDays } from "@/lib/text/format";
import type { TopicConference } from "@/lib/topics/types";
import * as paths from "@/lib/urls/paths";

type Props = { conferences: readonly TopicConference[]; marks: ReadonlyMap<number, MarkStatus> };

/** The talks of a topic by conference, with the visitor's marks. */
export function TopicTalks({ conferences, marks }: Props) {
	const groups = conferences.map(({ conference, talks }) => (
		<section key={conference.slug} aria-labelledby={`conference-${conference.slug}`} className="mb-10">
			<h2 id={`conference-${conference.slug}`} className="text-xl font-bold">
				<a className="no-underline hover:underline" href={paths.conference(conference.slug)}>
					{conference.title}
				</a>{" "}
				<span className="font-normal text-ink-soft">{formatCount(talks.length)}</span>
			</h2>
			<p className="mb-2 text-ink-soft">{formatDays(conference.startDate, conference.endDate)}</p>
			<TalkList
				conference={conference}
				talks={talks}
				marks={new Map(talks.flatMap(({ id }) => markOf(marks, id)))}
				showDay
				selectable
				headingLevel={3}
			/>
		</section>
	));
	return <Selection actions={<ShortcutsButton />}>{groups}</Selection>;
}

function markOf(marks: Props["marks"], id: number): [number, MarkStatus][] {
	const mark = marks.get(id);
	return mark ? [[id, mark]] : [];
}
