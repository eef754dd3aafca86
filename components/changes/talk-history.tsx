import { formatChange } from "@/lib/schedule/changes/format-change";
import { findNewsKinds, NEWS_LABELS } from "@/lib/schedule/changes/news-kinds";
import type { HistoryEntry } from "@/lib/schedule/changes/queries";
import { formatDay, formatIsoDate } from "@/lib/text/format";
import { ChangeSteps } from "./news-of-kind";

type Props = {
	/** The latest first. */
	history: readonly HistoryEntry[];
	/** When the talk came into the schedule. */
	since: Date;
	timeZone: string;
};

/** More than that are folded. */
const MAX_OPEN = 5;

/** All that changed about a talk, day by day, down to when it came. */
export function TalkHistory({ history, since, timeZone }: Props) {
	const changes = history.filter(({ kind }) => kind !== "ADDED");
	const entry = ({ at, isByHand: isManual, kind, fields }: HistoryEntry) => (
		<li key={at.getTime()} className="grid gap-x-4 py-1 wrap-anywhere sm:grid-cols-[15rem_1fr]">
			<time className="text-ink-soft" dateTime={at.toISOString()}>
				{formatDay(formatIsoDate(at, timeZone))}
			</time>
			<div>
				{findNewsKinds({ kind, fields }).map((news) => {
					const steps = formatChange(news, fields, timeZone);
					return (
						<p key={news}>
							{NEWS_LABELS[news]}
							{isManual && " (by hand)"}
							{steps.length > 0 && (
								<span className="text-ink-soft">
									: <ChangeSteps steps={steps} />
								</span>
							)}
						</p>
					);
				})}
			</div>
		</li>
	);
	return (
		<section aria-labelledby="changes" className="mt-12 text-sm">
			<h2 id="changes" className="mb-2 text-xl font-bold">
				Changes
			</h2>
			{changes.length > MAX_OPEN ? (
				<details>
					<summary className="min-h-11 py-2">{changes.length} changes</summary>
					<ul>{changes.map(entry)}</ul>
				</details>
			) : (
				<ul>{changes.map(entry)}</ul>
			)}
			<p className="py-1 text-ink-soft">In the schedule here since {formatDay(formatIsoDate(since, timeZone))}.</p>
		</section>
	);
}
