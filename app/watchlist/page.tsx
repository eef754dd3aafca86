import { BarChart3, CalendarDays, Download, PenLine, Play, Star, Table, Tags } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { TranscriptsSearched } from "@/components/search/filtered-talks";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { Menu } from "@/components/ui/popover";
import { RefreshOnReturn } from "@/components/ui/refresh-on-return";
import { HeldList } from "@/components/visitor/held-list";
import { ContinueWatching } from "@/components/watchlist/continue-watching";
import { marksText } from "@/components/watchlist/marks-text";
import { MissedOffer } from "@/components/watchlist/missed-offer";
import { WatchlistChips, WatchlistFilterForm } from "@/components/watchlist/watchlist-filter";
import { WatchlistList } from "@/components/watchlist/watchlist-list";
import { WatchlistNews } from "@/components/watchlist/watchlist-news";
import { WatchlistOrder, WatchlistTabs } from "@/components/watchlist/watchlist-order";
import { WatchlistProgress } from "@/components/watchlist/watchlist-progress";
import { WatchlistRefresh } from "@/components/watchlist/watchlist-refresh";
import { WatchlistSummary } from "@/components/watchlist/watchlist-summary";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { listUnfinished } from "@/lib/recordings/playback/queries";
import { countTranscriptsOfMarked } from "@/lib/search/queries";
import { formatDuration, formatIsoDate } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";
import { parsePage } from "@/lib/urls/search-params";
import { isLeftToWatch, totalMinutes } from "@/lib/watchlist/left-to-watch";
import { arrangementParams, parseArrangement, sortEntries } from "@/lib/watchlist/list/arrangement";
import { type WatchlistView, watchlistParams, watchlistPath } from "@/lib/watchlist/list/filter";
import { countRows, groupEntries } from "@/lib/watchlist/list/grouping";
import { loadFilteredWatchlist } from "@/lib/watchlist/list/queries";
import { listMissedOffers } from "@/lib/watchlist/missed-offer/queries";
import { findNewsSeenAt } from "@/lib/watchlist/queries";
import type { WatchlistEntry } from "@/lib/watchlist/types";

export const metadata: Metadata = { title: "Watchlist" };

/** More than this on one page is slow on a phone; the rest is a link away. */
const ROWS_PER_PAGE = 100;

/** Questions about further conferences come once this is answered: the list is what one came for. */
const MAX_OFFERS = 1;

/** Who stopped in more than so many goes on with the latest. */
const MAX_UNFINISHED = 6;

export default async function WatchlistPage({ searchParams }: PageProps<"/watchlist">) {
	const [params, visitor] = await Promise.all([
		searchParams,
		headers().then((each) => currentVisitor(each, { isPage: true })),
	]);
	const now = new Date();
	const newsSeenAt = visitor && (await findNewsSeenAt(db, visitor.id));
	const userId = visitor?.id ?? "";
	const [{ entries, visible, filter, choices }, unfinished] = await Promise.all([
		loadFilteredWatchlist(db, { userId, newsSeenAt, params }),
		listUnfinished(db, userId, MAX_UNFINISHED),
	]);
	const [offers, transcripts] = await Promise.all([
		listMissedOffers(db, { userId, now }),
		countTranscriptsOfMarked(db, userId),
	]);

	const arrangement = parseArrangement(params);
	const sorted = sortEntries(visible, arrangement.sort);
	const groups = groupEntries(sorted, arrangement.group);
	const pageCount = Math.max(1, Math.ceil(countRows(groups) / ROWS_PER_PAGE));
	const view = { filter, arrangement, page: parsePage(params, pageCount) };
	const orderedEntries = groups.flatMap(({ parts }) => parts.flatMap((part) => part.entries));
	const next = orderedEntries.find((entry) => isLeftToWatch(entry) && entry.talk.hasRecording);
	const hasAny = entries.length > 0;
	return (
		<>
			<PageHead title="Watchlist">
				<WatchlistSummary entries={entries} isGuest={visitor?.isGuest ?? true} />
				<WatchlistLinks>
					<AgendaLinks entries={entries} now={now} />
				</WatchlistLinks>
			</PageHead>
			<ContinueWatching talks={unfinished} />
			<RefreshOnReturn madeAt={now.getTime()} />
			<HeldList>
				{offers.slice(0, MAX_OFFERS).map((offer) => (
					<MissedOffer key={offer.conference.slug} offer={offer} />
				))}
			</HeldList>
			{hasAny && (
				<>
					<WatchlistNews
						talks={entries.flatMap(({ talk, conference, isNewlyRecorded }) =>
							isNewlyRecorded ? [{ id: talk.id, title: talk.title, href: paths.talk(conference.slug, talk.slug) }] : [],
						)}
						// Where the visitor is, only their browser knows; a day is near enough.
						since={newsSeenAt && formatIsoDate(newsSeenAt, "UTC")}
						at={now.toISOString()}
					/>
					<WatchlistProgress entries={entries} />
					<WatchlistTabs view={view} entries={entries} />
					<WatchlistFilterForm view={view} choices={choices} hasTranscripts={transcripts.all > 0} />
					<WatchlistChips view={view} choices={choices} />
					{filter.talks.inTranscripts && filter.talks.query !== "" && <TranscriptsSearched count={transcripts} />}
					<WatchlistOrder view={view} />
				</>
			)}
			<HeldList key={watchlistPath(view)}>
				{hasAny ? (
					<>
						<p role="status" className="mb-2 text-ink-soft">
							{formatTalkCount(visible.length)}, {formatDuration(totalMinutes(visible))}
						</p>
						<WatchlistList
							view={view}
							pageCount={pageCount}
							rowsPerPage={ROWS_PER_PAGE}
							groups={groups}
							actions={
								<>
									{next && <WatchNext entry={next} />}
									<ExportMenu view={view} />
								</>
							}
						/>
					</>
				) : (
					<EmptyState icon={Star} title="Nothing on your watchlist yet.">
						<p className="text-ink-soft">Mark a talk must-see, watched or missed, and it stands here.</p>
						<a className="button" href="/">
							Choose a conference
						</a>
					</EmptyState>
				)}
			</HeldList>
			<WatchlistRefresh marks={marksText(entries.map(({ talk, status }) => [talk.id, status] as const))} />
		</>
	);
}

/** Where else one's talks are to be seen, and the way out with all that was written. */
function WatchlistLinks({ children }: { children?: ReactNode }) {
	return (
		<nav aria-label="Watchlist" className="ways mt-2">
			{children}
			<a href="/watchlist/statistics">
				<Icon icon={BarChart3} /> Statistics
			</a>
			<a href={paths.watchlistCalendar()}>
				<Icon icon={CalendarDays} /> Calendar
			</a>
			<a href={paths.topics()}>
				<Icon icon={Tags} /> Topics
			</a>
			<a href={paths.exportPage()}>
				<Icon icon={Download} /> Export Markdown
			</a>
		</nav>
	);
}

/** What is shown, to take along. */
function ExportMenu({ view: { filter, arrangement } }: { view: WatchlistView }) {
	const params = watchlistParams(filter);
	return (
		<>
			<button className="button" type="button" popoverTarget="take-these">
				<Icon icon={Download} /> Export …
			</button>
			<Menu id="take-these">
				<a href={paths.exportWatchlist(params)}>
					<Icon icon={Download} /> Export these
				</a>
				<a href={paths.newWriteUp(new URLSearchParams({ watchlist: params.toString() }))}>
					<Icon icon={PenLine} /> Write a post from these
				</a>
				<a
					// Without a tab, a calendar has all of them.
					href={paths.exportCalendar(new URLSearchParams([["tab", filter.tab], ...params]))}
					download
				>
					<Icon icon={CalendarDays} /> As a calendar
				</a>
				<a href={paths.exportTable(new URLSearchParams([...params, ...arrangementParams(arrangement)]))} download>
					<Icon icon={Table} /> As a table
				</a>
			</Menu>
		</>
	);
}

function WatchNext({ entry: { talk, conference } }: { entry: WatchlistEntry }) {
	return (
		<a className="button-primary max-w-full" href={paths.talk(conference.slug, talk.slug)}>
			<Icon icon={Play} />
			<span className="truncate">Watch next: {talk.title}</span>
		</a>
	);
}

type Props = { entries: readonly WatchlistEntry[]; now: Date };

/** The ways to the agendas of conferences that are to come or running, of those with must-see talks. */
function AgendaLinks({ entries, now }: Props) {
	const conferences = new Map(
		entries.flatMap(({ status, conference }) => {
			const isOver = formatIsoDate(now, conference.timeZone) > conference.endDate;
			return status === "MUST_SEE" && !isOver ? [[conference.slug, conference]] : [];
		}),
	);
	return [...conferences.values()].map(({ slug, title }) => (
		<a key={slug} className="button" href={paths.agenda(slug)}>
			<Icon icon={CalendarDays} /> Agenda of {title}
		</a>
	));
}
