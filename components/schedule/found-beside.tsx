import { NotebookPen, Subtitles } from "lucide";
import { Icon } from "@/components/ui/icon";
import { MarkedExcerpt } from "@/components/ui/marked-text";
import { formatClock } from "@/lib/recordings/clock";
import type { MatchReason } from "@/lib/search/reasons";
import * as paths from "@/lib/talks/paths";

type MatchReasonProps = {
	conference: string;
	/** Slug. */
	talk: string;
	reason: MatchReason;
};

/** Why a search found a talk whose own text has not all that was looked for. */
export function MatchReasonLine({
	conference,
	talk,
	reason: { note, isInTranscript, said: spoken },
}: MatchReasonProps) {
	return (
		<>
			{note && (
				<p className="mt-1 max-w-prose text-sm">
					<b className="font-semibold">
						<Icon icon={NotebookPen} /> In your note:
					</b>{" "}
					<MarkedExcerpt excerpt={note} />
				</p>
			)}
			{isInTranscript && (
				<p className="mt-1 max-w-prose text-sm">
					<a className="link" href={paths.watch(conference, talk, spoken?.time)}>
						<Icon icon={Subtitles} /> In the transcript{spoken && ` at ${formatClock(spoken.time)}`}
					</a>
					{spoken && (
						<>
							: <MarkedExcerpt excerpt={spoken.quote} />
						</>
					)}
				</p>
			)}
		</>
	);
}
