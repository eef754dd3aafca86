import { BarChart3 } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { ConferenceChoice } from "@/components/watchlist/statistics/conference-choice";
import { HoursChart } from "@/components/watchlist/statistics/hours-chart";
import { SharesChart } from "@/components/watchlist/statistics/shares-chart";
import { SpeakersChart } from "@/components/watchlist/statistics/speakers-chart";
import { TimeChart } from "@/components/watchlist/statistics/time-chart";
import { TotalsList } from "@/components/watchlist/statistics/totals-list";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import * as paths from "@/lib/urls/paths";
import { listWatchlist } from "@/lib/watchlist/queries";
import { listLoggedTalks, listSeenSpeakers } from "@/lib/watchlist/statistics/queries";
import { computeStatistics } from "@/lib/watchlist/statistics/statistics";

export const metadata: Metadata = { title: "Statistics of your watchlist" };

type Props = { searchParams: Promise<{ conference?: string | string[] }> };

export default async function StatisticsPage({ searchParams }: Props) {
	const [visitor, { conference: requested }] = await Promise.all([
		headers().then((all) => currentVisitor(all, { isPage: true })),
		searchParams,
	]);
	const [entries, log, speakers] = visitor
		? await Promise.all([
				listWatchlist(db, visitor.id, null),
				listLoggedTalks(db, visitor.id),
				listSeenSpeakers(db, visitor.id),
			])
		: [[], [], []];
	const conferences = [...new Map(entries.map(({ conference }) => [conference.slug, conference])).values()];
	// An address that names none of the visitor's shows all, as the watchlist does.
	const selected = conferences.find(({ slug }) => slug === requested)?.slug ?? null;
	const statistics = computeStatistics({ entries, log, speakers }, selected);
	return (
		<>
			<PageHead crumbs={[{ name: "Watchlist", href: "/watchlist" }]} title="Statistics" />
			{entries.length === 0 ? (
				<EmptyState icon={BarChart3} title="Nothing to count yet.">
					<p className="text-ink-soft">
						Mark talks must-see, watched or missed: here you see what you watched, when, and how much is left.
					</p>
					<a className="button" href="/">
						Choose a conference
					</a>
				</EmptyState>
			) : (
				<>
					{conferences.length > 1 && <ConferenceChoice conferences={conferences} chosen={selected} />}
					<TotalsList totals={statistics.totals} />
					{statistics.conferences.length > 1 && (
						<SharesChart
							id="conferences"
							title="Hours by conference"
							one="Conference"
							many="conferences"
							shares={statistics.conferences.map(({ conference, watched, left }) => ({
								key: conference.slug,
								name: conference.title,
								href: paths.statistics(conference.slug),
								watched,
								left,
							}))}
						/>
					)}
					{statistics.overTime.periods.length > 0 && <TimeChart overTime={statistics.overTime} />}
					{statistics.tracks.length > 0 && (
						<SharesChart id="tracks" title="Hours by track" one="Track" many="tracks" shares={statistics.tracks} />
					)}
					{statistics.topics.some(({ key }) => key !== null) && (
						<SharesChart id="topics" title="Hours by topic" one="Topic" many="topics" shares={statistics.topics}>
							<p>A talk with several topics counts in each.</p>
						</SharesChart>
					)}
					{statistics.hours && statistics.hours.map.days.length > 0 && <HoursChart {...statistics.hours} />}
					{statistics.speakers.length > 0 && <SpeakersChart speakers={statistics.speakers} />}
				</>
			)}
		</>
	);
}
