import type { ImportPreview } from "@/lib/imports/types";
import type { Withdrawal } from "@/lib/schedule/withdrawal";
import { formatCount, formatNames } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";

type Changes = {
	readonly added: number;
	readonly changed: number;
	readonly withdrawn: number;
	readonly unchanged: number;
};

/** `2 talks added, 1 changed and 3 withdrawn; 10 stay as they are.` */
export function formatChanges({ added, changed, withdrawn, unchanged }: Changes): string {
	const counts = [
		[added, "added"],
		[changed, "changed"],
		[withdrawn, "withdrawn"],
	] as const;
	const [first, ...others] = counts.filter(([count]) => count > 0);
	if (!first) return "No talk is added, changed or withdrawn.";
	const parts = [
		`${formatTalkCount(first[0])} ${first[1]}`,
		...others.map(([count, what]) => `${formatCount(count)} ${what}`),
	];
	if (unchanged === 0) return `${formatNames(parts)}.`;
	const rest = unchanged === 1 ? "1 stays as it is" : `${formatCount(unchanged)} stay as they are`;
	return `${formatNames(parts)}; ${rest}.`;
}

/** What has to be confirmed before so many talks are withdrawn. */
export function withdrawalWords({ withdrawn, talks }: Withdrawal): string {
	return talks === 1 ? "Withdraw the only talk" : `Withdraw ${formatCount(withdrawn)} of the ${formatTalkCount(talks)}`;
}

/** What importing would do, in a sentence or two. */
export function formatEffect({ update }: ImportPreview): string {
	if (!update) return "It is not here yet: importing adds it.";
	const withdrawnNote = update.withdrawn > 0 ? " What is withdrawn stays, with its marks and notes." : "";
	return `“${update.title}” is here already: importing updates it. ${formatChanges(update)}${withdrawnNote}`;
}
