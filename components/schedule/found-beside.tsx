import { NotebookPen, Subtitles } from "lucide";
import { Icon } from "@/components/ui/icon";
import { MarkedExcerpt } from "@/components/ui/marked-text";
import { excerptAround } from "@/lib/search/excerpt";
import type { BesidePlace, SearchedNote } from "@/lib/search/types";
import * as paths from "@/lib/talks/paths";

type Props = {
	conference: string;
	/** Slug. */
	talk: string;
	/** Where those words were found that the schedule does not have. */
	places: readonly BesidePlace[];
	note: SearchedNote | undefined;
	/** Folded. */
	words: readonly string[];
};

/** Why a search found a talk whose own text has not all that was looked for. */
export function FoundBeside({ conference, talk, places, note, words }: Props) {
	const excerpt = places.includes("note") && note ? excerptAround(note.plain, words) : null;
	return (
		<>
			{excerpt && (
				<p className="mt-1 max-w-prose text-sm">
					<b className="font-semibold">
						<Icon icon={NotebookPen} /> In your note:
					</b>{" "}
					<MarkedExcerpt excerpt={excerpt} />
				</p>
			)}
			{places.includes("transcript") && (
				<p className="mt-1 text-sm">
					<a className="link" href={paths.watch(conference, talk)}>
						<Icon icon={Subtitles} /> In the transcript
					</a>
				</p>
			)}
		</>
	);
}
