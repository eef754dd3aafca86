import { Search } from "lucide";
import type { ReactNode } from "react";
import { TalkList } from "@/components/talks/talk-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import type { Conference, ConferenceDay, TalkListItem } from "@/lib/talks/types";
import { formatCount, formatDay } from "@/lib/text/format";
import * as paths from "@/lib/urls/paths";
import { ConferenceHead, DayTabs, DayViews } from "./conference-head";

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

/** The way from a day to the filtered list of all talks. */
function QuickSearch({ conference, day }: { conference: string; day: string | undefined }) {
	return (
		<search>
			<form
				method="get"
				action={paths.talks(conference)}
				className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden"
			>
				<div className="search-line">
					<label className="sr-only" htmlFor="quick-search">
						Search all talks
					</label>
					<input
						id="quick-search"
						className="field"
						type="search"
						name="q"
						maxLength={200}
						placeholder="Title, speaker, track, abstract…"
					/>
					<button className="button" type="submit">
						<Icon icon={Search} /> Search
					</button>
				</div>
				{day && (
					<label className="inline-flex min-h-11 items-center gap-2">
						<input type="checkbox" name="day" value={day} className="size-5 accent-accent" />
						This day only
					</label>
				)}
			</form>
		</search>
	);
}
