import type { ImportPreview } from "@/lib/imports/types";
import type { Withdrawal } from "@/lib/schedule/withdrawal";
import { formatCount, formatNames } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";
import type { Progress } from "./next-state";

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

/** What is being done, for somebody who waits, and how far it is where that is known. */
export function formatPhase(progress: Progress | null): { readonly phase: string; readonly amount: string } {
	if (!progress) return { phase: "Beginning", amount: "" };
	switch (progress.phase) {
		case "sending":
			return { phase: "Sending the file", amount: `${megabytes(progress.done)} of ${megabytes(progress.total)}` };
		case "fetching":
			return { phase: `Fetching ${progress.address}`, amount: progress.bytes > 0 ? megabytes(progress.bytes) : "" };
		case "reading":
			return { phase: "Reading the schedule", amount: "" };
		case "converting":
			return { phase: "Converting texts", amount: ofTotal(progress) };
		case "writing":
			return { phase: "Writing talks", amount: ofTotal(progress) };
	}
}

const ofTotal = ({ done, total }: { readonly done: number; readonly total: number }) =>
	`${formatCount(done)} of ${formatCount(total)}`;

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
