import { NotebookPen, Subtitles } from "lucide";
import { Icon } from "@/components/ui/icon";
import { MarkedExcerpt } from "@/components/ui/marked-text";
import { formatClock } from "@/lib/recordings/clock";
import type { Reason } from "@/lib/search/reasons";
import * as paths from "@/lib/talks/paths";

type Props = {
	conference: string;
	/** Slug. */
	talk: string;
	reason: Reason;
};

/** Why a search found a talk whose own text has not all that was looked for. */
export function FoundBeside({ conference, talk, reason: { note, isInTranscript, said } }: Props) {
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
					<a className="link" href={paths.watch(conference, talk, said?.time)}>
						<Icon icon={Subtitles} /> In the transcript{said && ` at ${formatClock(said.time)}`}
					</a>
					{said && (
						<>
							: <MarkedExcerpt excerpt={said.quote} />
						</>
					)}
				</p>
			)}
		</>
	);
}
