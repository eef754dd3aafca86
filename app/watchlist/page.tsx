import { Download } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { WatchlistGroups } from "@/components/watchlist/watchlist-groups";
import { WatchlistRefresh } from "@/components/watchlist/watchlist-refresh";
import { WatchlistSummary } from "@/components/watchlist/watchlist-summary";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { paths } from "@/lib/talks/paths";
import { groupWatchlist } from "@/lib/watchlist/group";
import { listWatchlist } from "@/lib/watchlist/queries";

export const metadata: Metadata = { title: "Watchlist" };

export default async function WatchlistPage() {
	const visitor = await currentVisitor(await headers(), { isPage: true });
	const entries = visitor ? await listWatchlist(db, visitor.id) : [];
	const groups = groupWatchlist(entries);
	return (
		<>
			<PageHead title="Watchlist">
				<WatchlistSummary entries={entries} isGuest={visitor?.isGuest ?? true} />
				<p className="mt-3 flex flex-wrap gap-2">
					<a className="button" href={paths.exportMarkdown()} download>
						<Icon icon={Download} /> Export Markdown
					</a>
					<a className="button" href={`${paths.exportMarkdown()}?include=marked`} download>
						With talks I wrote nothing on
					</a>
				</p>
			</PageHead>
			<WatchlistGroups groups={groups} />
			<WatchlistRefresh marks={entries.map(({ talk, status }) => [talk.id, status] as const)} />
		</>
	);
}
