import { formatDuration } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";
import type { Amount } from "@/lib/watchlist/statistics/types";

/** `3 h 20 min` and, smaller, `5 talks`. */
export function AmountCell({ amount }: { amount: Amount }) {
	if (amount.talks === 0) return <span className="text-ink-soft">none</span>;
	return (
		<>
			{formatDuration(amount.minutes)}{" "}
			<span className="block text-xs text-ink-soft">{formatTalkCount(amount.talks)}</span>
		</>
	);
}

/** `3.3 h`: short enough for a drawing. */
export function formatHours(minutes: number): string {
	return `${new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 }).format(minutes / 60)} h`;
}

/** `3.3 of 5 h`. */
export function formatPart(part: number, whole: number): string {
	return `${formatHours(part).replace(" h", "")} of ${formatHours(whole)}`;
}
