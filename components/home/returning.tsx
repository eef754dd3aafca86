import { Play, Video } from "lucide";
import { Icon } from "@/components/ui/icon";
import { ContinueWatching } from "@/components/watchlist/continue-watching";
import { WatchlistSummary } from "@/components/watchlist/watchlist-summary";
import type { UnfinishedTalk } from "@/lib/recordings/playback/types";
import { formatCount, formatDuration, formatNames, formatWeekdayTime } from "@/lib/text/format";
import { formatAmount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";
import { listUpcoming, listUpNext } from "@/lib/watchlist/left-to-watch";
import type { WatchlistEntry } from "@/lib/watchlist/types";

const MAX_NEXT = 4;
const MAX_NEW = 4;

type Props = {
	/** All that the visitor marked; not empty, unless they stopped in a recording. */
	entries: readonly WatchlistEntry[];
	unfinished: readonly UnfinishedTalk[];
	isGuest: boolean;
	now: Date;
};

/** The visitor's shelf: what to go on with, what is next, and what became available. */
export function Returning({ entries, unfinished, isGuest, now }: Props) {
	const next = listUpNext(entries, MAX_NEXT);
	const coming = listUpcoming(entries, now, MAX_NEXT);
	const recorded = entries.filter(({ isNewlyRecorded }) => isNewlyRecorded);
	return (
		<>
			<header className="mb-6 pt-2">
				<h1 className="text-2xl sm:text-3xl">Your shelf</h1>
				<WatchlistSummary entries={entries} isGuest={isGuest} />
			</header>
			<ContinueWatching talks={unfinished} />
			<div className="mb-10 grid items-start gap-6 empty:hidden lg:grid-cols-2">
				{coming.length > 0 && (
					<section className={PART} aria-labelledby="coming-up">
						<h2 id="coming-up" className="text-xl font-bold">
							Coming up
						</h2>
						<Entries entries={coming} showsTime />
					</section>
				)}
				{next.length > 0 && (
					<section className={PART} aria-labelledby="watch-next">
						<h2 id="watch-next" className="text-xl font-bold">
							Watch next
						</h2>
						<Entries entries={next} />
						<a className="link inline-flex min-h-11 items-center" href="/watchlist">
							All of your watchlist
						</a>
					</section>
				)}
				{recorded.length > 0 && (
					<section className={`${PART} border-accent`} aria-labelledby="new-recordings">
						<h2 id="new-recordings" className="text-xl font-bold">
							<Icon icon={Video} className="text-accent" />{" "}
							{formatAmount(recorded.length, "new recording", "new recordings")}
						</h2>
						<p className="text-sm text-ink-soft">Of talks that you marked must-see or missed.</p>
						<Entries entries={recorded.slice(0, MAX_NEW)} />
						{recorded.length > MAX_NEW && (
							<a className="link inline-flex min-h-11 items-center" href="/watchlist">
								{formatCount(recorded.length - MAX_NEW)} more on your watchlist
							</a>
						)}
					</section>
				)}
			</div>
		</>
	);
}

/** By itself it has the room of two. */
const PART = "card group/part p-5 lg:only:col-span-full";

function Entries({ entries, showsTime = false }: { entries: readonly WatchlistEntry[]; showsTime?: boolean }) {
	return (
		<ul className="mt-2 lg:group-only/part:grid lg:group-only/part:grid-cols-2 lg:group-only/part:gap-x-12">
			{entries.map(({ talk, conference }) => (
				<li
					key={talk.id}
					className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 border-t border-line py-3 first:border-t-0 lg:group-only/part:nth-2:border-t-0"
				>
					<div className="wrap-anywhere">
						<a className="talk-title" href={paths.talk(conference.slug, talk.slug)}>
							{talk.title}
						</a>
						<p className="talk-meta">
							{showsTime && <b>{formatWeekdayTime(talk.start, conference.timeZone)}</b>}
							{talk.speakers.length > 0 && <span>{formatNames(talk.speakers.map(({ name }) => name))}</span>}
							<span>{conference.title}</span>
							<span>{formatDuration(talk.duration)}</span>
						</p>
					</div>
					{talk.hasRecording && (
						<a
							className="button self-center max-sm:px-3"
							href={paths.watch(conference.slug, talk.slug)}
							aria-label={`Watch ${talk.title}`}
						>
							<Icon icon={Play} /> <span className="max-sm:hidden">Watch</span>
						</a>
					)}
				</li>
			))}
		</ul>
	);
}
