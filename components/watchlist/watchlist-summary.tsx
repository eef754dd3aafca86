import { formatCount, formatDuration } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";
import { isLeftToWatch, totalMinutes } from "@/lib/watchlist/left-to-watch";
import type { WatchlistEntry } from "@/lib/watchlist/types";

type Props = { entries: readonly WatchlistEntry[]; isGuest: boolean };

/** How much is left, how much there is, and for a guest how to keep it. */
export function WatchlistSummary({ entries, isGuest }: Props) {
	if (entries.length === 0) return null;
	const left = entries.filter(isLeftToWatch);
	const recorded = left.filter(({ talk }) => talk.hasRecording);
	return (
		<div className="mt-1 grid gap-1 text-ink-soft">
			<p>
				<b className="text-lg font-semibold text-ink">
					Left to watch: {formatTalkCount(left.length)}, {formatDuration(totalMinutes(left))}
				</b>
				<span>
					{left.length > 0 && `, ${formatCount(recorded.length)} of them recorded`}. Of{" "}
					{formatTalkCount(entries.length)}, {formatDuration(totalMinutes(entries))} in all.
				</span>
			</p>
			{isGuest && (
				<p className="print:hidden">
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
