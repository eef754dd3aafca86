import { formatCount } from "@/lib/text/format";
import type { Progress } from "./types";

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
