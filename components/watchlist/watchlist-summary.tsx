import { formatCount, formatDuration } from "@/lib/talks/format";
import { isLeftToWatch, totalMinutes } from "@/lib/watchlist/group";
import type { WatchlistEntry } from "@/lib/watchlist/types";

type Props = { entries: readonly WatchlistEntry[]; isGuest: boolean };

/** How much there is, how much is left, and for a guest how to keep it. */
export function WatchlistSummary({ entries, isGuest }: Props) {
	if (entries.length === 0) return null;
	const left = entries.filter(isLeftToWatch);
	const recorded = left.filter(({ talk }) => talk.hasRecording);
	return (
		<div className="mt-1 grid gap-1 text-ink-soft">
			<p>
				{countTalks(entries.length)}, {formatDuration(totalMinutes(entries))} in all. Left to watch:{" "}
				{countTalks(left.length)}, {formatDuration(totalMinutes(left))}; {formatCount(recorded.length)} of them
				recorded.
			</p>
			{isGuest && (
				<p>
					You are a guest on this device.{" "}
					<a className="link" href="/account/sign-up">
						Sign up
					</a>{" "}
					to find your shelf everywhere.
				</p>
			)}
		</div>
	);
}

function countTalks(count: number): string {
	return count === 1 ? "1 talk" : `${formatCount(count)} talks`;
}
