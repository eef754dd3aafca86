import { ProgressBar } from "@/components/ui/progress-bar";
import type { CoverBar } from "@/lib/talks/covers";
import type { ConferenceSummary } from "@/lib/talks/types";
import { formatCount, formatDays, formatDuration } from "@/lib/text/format";
import * as paths from "@/lib/urls/paths";
import type { Progress } from "@/lib/watchlist/list/progress";
import { Covers } from "./covers";

type Props = {
	conferences: readonly ConferenceSummary[];
	/** By the conference's id. */
	covers: ReadonlyMap<number, readonly CoverBar[]>;
	/** How far the visitor is, of the conferences that they marked talks of. */
	progress: readonly Progress[];
};

/** The conferences, each with its shelf and how far the visitor is with it. */
export function ConferenceCards({ conferences, covers, progress }: Props) {
	const progressOf = new Map(progress.map((each) => [each.conference.id, each]));
	return (
		<ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
			{conferences.map((conference) => (
				<ConferenceCard
					key={conference.slug}
					conference={conference}
					covers={covers.get(conference.id) ?? []}
					progress={progressOf.get(conference.id)}
				/>
			))}
		</ul>
	);
}

type CardProps = {
	conference: ConferenceSummary;
	covers: readonly CoverBar[];
	progress: Progress | undefined;
};

function ConferenceCard({ conference, covers, progress }: CardProps) {
	const { slug, title, startDate, endDate, city, talkCount, recordingCount } = conference;
	return (
		<li className="card relative flex flex-col overflow-hidden p-5 pt-4 hover:border-line-strong">
			<Covers covers={covers} />
			<h3 className="mt-4 font-display text-xl font-bold">
				<a className="no-underline after:absolute after:inset-0 hover:text-accent" href={paths.conference(slug)}>
					{title}
				</a>
			</h3>
			<p className="text-ink-soft">
				{formatDays(startDate, endDate)}
				{city && ` · ${city}`}
			</p>
			<p className="text-sm text-ink-soft">
				{formatCount(talkCount)} talks · {formatCount(recordingCount)} with a recording
			</p>
			{progress && (
				<div className="mt-auto pt-3 text-sm">
					<ProgressBar
						label={`Watched of ${title}`}
						value={progress.watchedCount}
						max={progress.talkCount}
						of="watched"
					/>
					<p>
						{formatCount(progress.watchedCount)} of {formatCount(progress.talkCount)} watched
						{progress.leftMinutes > 0 && `, ${formatDuration(progress.leftMinutes)} left`}
					</p>
				</div>
			)}
		</li>
	);
}
