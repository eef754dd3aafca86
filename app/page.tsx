import { Plus } from "lucide";
import { headers } from "next/headers";
import { ConferenceCards } from "@/components/home/conference-cards";
import { Newcomer } from "@/components/home/newcomer";
import { Returning } from "@/components/home/returning";
import { FirstAdministrator } from "@/components/imports/first-administrator";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { RefreshOnReturn } from "@/components/ui/refresh-on-return";
import { hasAdministrator } from "@/lib/accounts/editors/queries";
import { canEdit } from "@/lib/accounts/permissions";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { listUnfinished } from "@/lib/recordings/playback/queries";
import { listConferences } from "@/lib/talks/conferences";
import { listCovers } from "@/lib/talks/covers";
import { progressByConference } from "@/lib/watchlist/list/progress";
import { findNewsSeenAt, listWatchlist } from "@/lib/watchlist/queries";

// Without this the list would be made once, when the app is built.
export const dynamic = "force-dynamic";

const MAX_UNFINISHED = 3;

export default async function HomePage() {
	const visitor = await currentVisitor(await headers(), { isPage: true });
	const isEditor = canEdit(visitor);
	const [conferences, covers, { entries, unfinished }] = await Promise.all([
		listConferences(db),
		listCovers(db),
		loadShelf(visitor?.id),
	]);
	const now = new Date();
	const isReturning = entries.length > 0 || unfinished.length > 0;
	const [latest] = conferences;
	return (
		<>
			{isReturning ? (
				<Returning entries={entries} unfinished={unfinished} isGuest={visitor?.isGuest ?? true} now={now} />
			) : (
				<Newcomer conference={latest} covers={latest ? (covers.get(latest.id) ?? []) : []} />
			)}
			{visitor && <RefreshOnReturn madeAt={now.getTime()} />}
			<section aria-labelledby="conferences">
				<div className="mb-4 flex flex-wrap items-center justify-between gap-3">
					<h2 id="conferences" className="text-xl font-bold">
						Conferences
					</h2>
					{isEditor && (
						<a className="button" href="/conferences/new">
							<Icon icon={Plus} />
							Add a conference
						</a>
					)}
				</div>
				{conferences.length === 0 && (
					<EmptyState title="No conference here yet.">
						{isEditor || (await hasAdministrator(db)) ? (
							<p>
								Bring in a published schedule
								{isEditor ? " with “Add a conference”, or" : ":"} <code>npm run import -- schedule.xml</code>
							</p>
						) : (
							<FirstAdministrator />
						)}
					</EmptyState>
				)}
				<ConferenceCards conferences={conferences} covers={covers} progress={progressByConference(entries)} />
			</section>
		</>
	);
}

async function loadShelf(userId: string | undefined) {
	if (!userId) return { entries: [], unfinished: [] };
	const newsSeenAt = await findNewsSeenAt(db, userId);
	const [entries, unfinished] = await Promise.all([
		listWatchlist(db, userId, newsSeenAt),
		listUnfinished(db, userId, MAX_UNFINISHED),
	]);
	return { entries, unfinished };
}
