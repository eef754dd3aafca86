import { formatCount } from "@/lib/talks/format";
import * as paths from "@/lib/talks/paths";
import type { TriageProgress } from "@/lib/watchlist/triage/progress";
import { MARK_LABELS, MARK_STATUSES } from "@/lib/watchlist/types";

type TriageEndProps = { conference: string; progress: TriageProgress; listPath: string; onReviewSkipped: () => void };

/** What was decided, and where to go from there. */
export function TriageEnd({ conference, progress, listPath, onReviewSkipped }: TriageEndProps) {
	const { total, decided, byMark, skipped } = progress;
	const left = skipped.length;
	return (
		<section className="card grid justify-items-center gap-4 px-6 py-10 text-center" aria-labelledby="triage-end">
			<h2 id="triage-end" className="text-xl font-bold">
				{left === 0 ? `All ${formatCount(total)} talks are decided.` : "That was the last talk."}
			</h2>
			<dl className="flex flex-wrap justify-center gap-x-8 gap-y-2">
				{MARK_STATUSES.map((status) => (
					<div key={status}>
						<dt className="text-sm text-ink-soft">{MARK_LABELS[status]}</dt>
						<dd className="text-xl font-semibold">{formatCount(byMark[status])}</dd>
					</div>
				))}
				{left > 0 && (
					<div>
						<dt className="text-sm text-ink-soft">Skipped</dt>
						<dd className="text-xl font-semibold">{formatCount(left)}</dd>
					</div>
				)}
			</dl>
			<p className="flex flex-wrap justify-center gap-2">
				{left > 0 && (
					<button className="button-primary" type="button" onClick={onReviewSkipped}>
						{left === 1 ? "Look at the skipped one again" : `Look at the ${formatCount(left)} skipped again`}
					</button>
				)}
				{decided > 0 && (
					<a className={left > 0 ? "button" : "button-primary"} href="/watchlist">
						Your watchlist
					</a>
				)}
				<a className="button" href={listPath}>
					The list of these talks
				</a>
				<a className="button" href={paths.conference(conference)}>
					The schedule
				</a>
			</p>
		</section>
	);
}
