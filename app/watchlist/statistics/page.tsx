import { BarChart3 } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { HoursChart, SharesChart, SpeakersChart, TimeChart } from "@/components/watchlist/statistics/charts";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import type { Conference } from "@/lib/talks/types";
import { formatDuration } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";
import { listWatchlist } from "@/lib/watchlist/queries";
import { listLoggedTalks, listSeenSpeakers } from "@/lib/watchlist/statistics/queries";
import { computeStatistics } from "@/lib/watchlist/statistics/statistics";
import type { Totals } from "@/lib/watchlist/statistics/types";

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

/** The three numbers that one comes for. */
function TotalsList({ totals }: { totals: Totals }) {
	const items = [
		["Watched", totals.watched],
		["Left to watch", totals.left],
		["Left, with a recording", totals.recorded],
	] as const;
	return (
		<dl className="mb-6 grid gap-4 sm:grid-cols-3">
			{items.map(([name, { talks, minutes }]) => (
				<div key={name} className="card flex flex-col p-4 sm:px-6">
					<dt className="text-ink-soft">{name}</dt>
					<dd className="text-2xl font-bold">{formatDuration(minutes)}</dd>
					<dd className="text-ink-soft">{formatTalkCount(talks)}</dd>
				</div>
			))}
		</dl>
	);
}

type ConferenceChoiceProps = { conferences: readonly Conference[]; chosen: string | null };

/** Chooses one conference or all; works without scripts, and the choice is in the address. */
function ConferenceChoice({ conferences, chosen }: ConferenceChoiceProps) {
	return (
		<form className="mb-6 flex flex-wrap items-end gap-2 print:hidden">
			<label className="grid min-w-0 gap-1">
				<span className="text-sm text-ink-soft">Conference</span>
				<select key={chosen} name="conference" defaultValue={chosen ?? ""} className="field max-w-full sm:w-80">
					<option value="">All conferences</option>
					{conferences.map(({ slug, title }) => (
						<option key={slug} value={slug}>
							{title}
						</option>
					))}
				</select>
			</label>
			<button type="submit" className="button">
				Show
			</button>
		</form>
	);
}
