import { CalendarDays, Download } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { CalendarOff, CalendarOn } from "@/components/watchlist/calendar/calendar-feed";
import { currentVisitor } from "@/lib/accounts/session";
import { disableCalendar, enableCalendar, renewCalendar } from "@/lib/actions/calendar-feed";
import { db } from "@/lib/db/db";
import { baseUrl } from "@/lib/http/origin";
import * as paths from "@/lib/urls/paths";
import { buildFeedUrls, parseFeedMarks } from "@/lib/watchlist/calendar/feed";
import { findCalendarFeed } from "@/lib/watchlist/calendar/queries";

// What the address shows is for nobody else, and for no search engine.
export const metadata: Metadata = { title: "Calendar", robots: { index: false } };

const crumbs = [{ name: "Watchlist", href: "/watchlist" }];

export default async function WatchlistCalendarPage({ searchParams }: PageProps<"/watchlist/calendar">) {
	const visitor = await currentVisitor(await headers(), { isPage: true });
	const query = await searchParams;
	const params = new URLSearchParams({ marks: String(query.marks ?? "") });
	const marks = parseFeedMarks(params);
	const feed = visitor && (await findCalendarFeed(db, visitor.id));
	return (
		<>
			<PageHead title="Calendar" crumbs={crumbs}>
				<p className="mt-1 max-w-prose text-ink-soft">
					Your talks in the calendar that you use anyway: with room, speakers and a way back here, each at its
					conference’s own time.
				</p>
			</PageHead>
			{visitor ? (
				<div className="grid max-w-3xl gap-10">
					<section aria-labelledby="subscribe">
						<h2 id="subscribe" className="mb-2 text-xl font-bold">
							Subscribe
						</h2>
						{feed ? (
							<CalendarOn
								urls={buildFeedUrls(feed.token, marks, baseUrl)}
								marks={marks}
								isGuest={visitor.isGuest}
								done={query.done}
								actions={{ renew: renewCalendar, switchOff: disableCalendar }}
							/>
						) : (
							<CalendarOff isGuest={visitor.isGuest} done={query.done} switchOn={enableCalendar} />
						)}
					</section>
					<section aria-labelledby="download">
						<h2 id="download" className="mb-2 text-xl font-bold">
							Download
						</h2>
						<p className="mb-3 max-w-prose text-ink-soft">
							All marked talks as they are now, in one file. It does not follow what changes; import a newer one and
							calendars know each talk again.
						</p>
						<a className="button" href={paths.exportCalendar()} download>
							<Icon icon={Download} /> Download iCalendar
						</a>
					</section>
				</div>
			) : (
				<EmptyState icon={CalendarDays} title="Nothing is marked yet">
					<p className="text-ink-soft">Mark a talk must-see, and it can be in your calendar.</p>
					<a className="button" href="/">
						Choose a conference
					</a>
				</EmptyState>
			)}
		</>
	);
}
