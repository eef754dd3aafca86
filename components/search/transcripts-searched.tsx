import type { TranscriptCount } from "@/lib/search/types";
import { formatCount } from "@/lib/text/format";

/** How much of what was said could be looked in. */
export function TranscriptsSearched({ count: { all, here } }: { count: TranscriptCount }) {
	if (all === 0) return <p className="mb-4 text-ink-soft">None of these talks has subtitles to look in.</p>;
	return (
		<p className="mb-4 text-ink-soft">
			{here === all
				? `Looked in ${all === 1 ? "the one transcript" : `all ${formatCount(all)} transcripts`}, too.`
				: `Looked in ${formatCount(here)} of ${formatCount(all)} transcripts, too: those that were fetched so far.`}
		</p>
	);
}
