import { ProgressBar } from "@/components/ui/progress-bar";
import { formatCount, formatDuration } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";
import { type Progress, progressByConference, progressByTrack } from "@/lib/watchlist/list/progress";
import type { WatchlistEntry } from "@/lib/watchlist/types";

/** More bars than that tell nothing; the rest is told in one line. */
const MAX_CONFERENCES = 6;
const MAX_TRACKS = 24;

/** How far the visitor is, by conference and by track, as bars with the same in words beside. */
export function WatchlistProgress({ entries }: { entries: readonly WatchlistEntry[] }) {
	const conferences = progressByConference(entries);
	const tracks = progressByTrack(entries);
	const hasSeveral = conferences.length > 1;
	if (conferences.length === 0) return null;
	return (
		<section aria-label="Progress" className="mb-6">
			<Bars label="Progress by conference" items={conferences} maxItems={MAX_CONFERENCES} nameOf={nameOfConference} />
			{tracks.length > 1 && (
				<details className="mt-2">
					<summary className="py-2.5 text-accent">By track</summary>
					<Bars
						label="Progress by track"
						items={tracks}
						maxItems={MAX_TRACKS}
						nameOf={(progress) => nameOfTrack(progress, hasSeveral)}
					/>
				</details>
			)}
		</section>
	);
}

const nameOfConference = ({ conference }: Progress) => conference.title;

function nameOfTrack({ track, conference }: Progress, withConference: boolean): string {
	return withConference ? `${track?.name ?? ""} · ${conference.title}` : (track?.name ?? "");
}

type BarsProps = {
	label: string;
	items: readonly Progress[];
	maxItems: number;
	nameOf: (progress: Progress) => string;
};

function Bars({ label, items, maxItems, nameOf }: BarsProps) {
	const hiddenCount = items.length - maxItems;
	return (
		<>
			<ul aria-label={label} className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
				{items.slice(0, maxItems).map((progress) => (
					<li key={progress.key} className="text-sm wrap-anywhere">
						<div className="flex flex-wrap items-baseline justify-between gap-x-3">
							<span>{nameOf(progress)}</span>
							<span className="text-ink-soft">{formatProgress(progress)}</span>
						</div>
						<ProgressBar
							label={`Watched of ${nameOf(progress)}`}
							value={progress.watchedCount}
							max={progress.talkCount}
							of="watched"
						/>
					</li>
				))}
			</ul>
			{hiddenCount > 0 && (
				<p className="mt-2 text-sm text-ink-soft">{formatCount(hiddenCount)} more with less to watch.</p>
			)}
		</>
	);
}

function formatProgress({ watchedCount, talkCount, leftMinutes }: Progress): string {
	const done = `${formatCount(watchedCount)} of ${formatTalkCount(talkCount)} watched`;
	return leftMinutes > 0 ? `${done}, ${formatDuration(leftMinutes)} left` : done;
}
