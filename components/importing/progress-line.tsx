import { ProgressBar } from "@/components/ui/progress-bar";
import { formatPhase } from "./phase-words";
import type { Progress } from "./types";

/** What is being done and how far it is, to look at; see Importer for what is said aloud. */
export function ProgressLine({ progress }: { progress: Progress | null }) {
	const { phase, amount } = formatPhase(progress);
	const known = progress && "total" in progress && progress.total > 0 ? progress : null;
	return (
		<div className="card p-5">
			<p className="flex flex-wrap justify-between gap-x-4 wrap-anywhere">
				<span className="font-semibold">{phase}…</span>
				<span className="text-ink-soft tabular-nums">{amount}</span>
			</p>
			<div className="mt-2">
				<ProgressBar label={phase} {...(known && { value: known.done, max: known.total })} />
			</div>
		</div>
	);
}
