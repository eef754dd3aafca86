import { Download } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { AgendaLinks } from "@/components/agenda/agenda-links";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { MissedOffers } from "@/components/watchlist/missed-offers";
import { WatchlistGroups } from "@/components/watchlist/watchlist-groups";
import { WatchlistNews } from "@/components/watchlist/watchlist-news";
import { WatchlistRefresh } from "@/components/watchlist/watchlist-refresh";
import { WatchlistSummary } from "@/components/watchlist/watchlist-summary";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { formatIsoDate } from "@/lib/talks/format";
import * as paths from "@/lib/talks/paths";
import { groupWatchlist } from "@/lib/watchlist/group";
import { listMissedOffers } from "@/lib/watchlist/missed-offer/queries";
import { findNewsSeenAt, listWatchlist } from "@/lib/watchlist/queries";

export const metadata: Metadata = { title: "Watchlist" };

export default async function WatchlistPage() {
	const visitor = await currentVisitor(await headers(), { isPage: true });
	const now = new Date();
	const seenAt = visitor && (await findNewsSeenAt(db, visitor.id));
	const entries = visitor ? await listWatchlist(db, visitor.id, seenAt) : [];
	const offers = visitor ? await listMissedOffers(db, { userId: visitor.id, now }) : [];
	const groups = groupWatchlist(entries);
	return (
		<>
			<PageHead title="Watchlist">
				<WatchlistSummary entries={entries} isGuest={visitor?.isGuest ?? true} />
				<p className="mt-3 flex flex-wrap gap-2">
					<AgendaLinks entries={entries} now={now} />
					<a className="button" href={paths.exportMarkdown()} download>
						<Icon icon={Download} /> Export Markdown
					</a>
					<a className="button" href={`${paths.exportMarkdown()}?include=marked`} download>
						With talks I wrote nothing on
					</a>
				</p>
			</PageHead>
			<MissedOffers offers={offers} />
			{entries.length > 0 && (
				<WatchlistNews
					talks={entries.flatMap(({ talk, conference, isNewlyRecorded }) =>
						isNewlyRecorded ? [{ id: talk.id, title: talk.title, href: paths.talk(conference.slug, talk.slug) }] : [],
					)}
					// Where the visitor is, only their browser knows; a day is near enough.
					since={seenAt && formatIsoDate(seenAt, "UTC")}
					at={now.toISOString()}
				/>
			)}
			<WatchlistGroups groups={groups} />
			<WatchlistRefresh marks={entries.map(({ talk, status }) => [talk.id, status] as const)} />
		</>
	);
}
