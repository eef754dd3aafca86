import { ExternalLink, VideoOff } from "lucide";
import { EmptyState } from "@/components/ui/empty-state";
import type { RecordingOutlook } from "@/lib/watchlist/agenda/recording-outlook";

type Props = {
	outlook: RecordingOutlook;
	/** Where recordings are that only their own page can play. */
	pages: readonly { readonly url: string; readonly label: string }[];
};

/** In the place of a player: what is known of the talk's recording. */
export function NoRecording({ outlook, pages }: Props) {
	if (pages.length > 0) {
		return (
			<EmptyState icon={ExternalLink} title="The recording plays on a page of its own.">
				<p className="flex flex-wrap justify-center gap-x-4 gap-y-1">
					{pages.map(({ url, label }) => (
						<a key={url} className="link wrap-anywhere" href={url} rel="noopener noreferrer nofollow">
							{label}
						</a>
					))}
				</p>
			</EmptyState>
		);
	}
	return (
		<EmptyState icon={VideoOff} title={outlook.kind === "will-not-be-recorded" ? "No recording." : "No recording yet."}>
			<p className="text-ink-soft">{formatOutlook(outlook)}</p>
		</EmptyState>
	);
}

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
