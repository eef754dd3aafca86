import type { ReactNode } from "react";
import { TalkList } from "@/components/talk/talk-list";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCount, formatDay } from "@/lib/talks/format";
import type { Conference, ConferenceDay, TalkListItem } from "@/lib/talks/types";
import { ConferenceHead } from "./conference-head";
import { DayTabs } from "./day-tabs";
import { DayViews } from "./day-views";
import { QuickSearch } from "./quick-search";

type Props = {
	conference: Conference;
	days: readonly ConferenceDay[];
	/** The day shown, `YYYY-MM-DD`; none where no talk has one. */
	day: string | undefined;
	talks: readonly TalkListItem[];
	/** What stands last. */
	notice?: ReactNode;
};

/** A conference's schedule, a day at a time. */
export function SchedulePage({ conference, days, day, talks, notice }: Props) {
	return (
		<>
			<ConferenceHead conference={conference} />
			<QuickSearch conference={conference.slug} day={day} />
			<DayTabs conference={conference.slug} days={days} current={day} />
			{day ? (
				<section aria-labelledby="day">
					<div className="mt-6 mb-3 flex flex-wrap items-center justify-between gap-x-4">
						<h2 id="day" className="text-xl font-bold">
							{formatDay(day)}{" "}
							<span className="font-normal whitespace-nowrap text-ink-soft">{formatCount(talks.length)} talks</span>
						</h2>
						<DayViews conference={conference.slug} day={day} activeView="list" />
					</div>
					<TalkList conference={conference} talks={talks} headingLevel={3} />
				</section>
			) : (
				<EmptyState title="This schedule has no talks yet." />
			)}
			{notice}
		</>
	);
}
