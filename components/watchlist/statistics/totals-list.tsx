import { formatDuration } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";
import type { Totals } from "@/lib/watchlist/statistics/types";

/** The three numbers that one comes for. */
export function TotalsList({ totals }: { totals: Totals }) {
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
