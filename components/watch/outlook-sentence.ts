import type { RecordingOutlook } from "@/lib/watchlist/agenda/recording-outlook";

/** Whether the conference records a talk that has no recording, as a sentence. */
export function formatOutlook({ kind, label }: RecordingOutlook): string {
	switch (kind) {
		case "will-be-recorded":
			return "The conference records this talk: it plays here once the schedule names its recording.";
		case "will-not-be-recorded":
			return "The conference does not record this talk.";
		default: {
			const [, counts] = /^[^:]+: (.+)$/.exec(label) ?? [];
			if (!counts) return "The schedule does not say whether the conference records this talk.";
			const guess = kind === "likely" ? "There will probably be one" : "There may be none";
			return `${guess}: ${counts}.`;
		}
	}
}
