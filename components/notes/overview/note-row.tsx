import { MarkedExcerpt, MarkedText } from "@/components/ui/marked-text";
import { previewMatches, previewNote } from "@/lib/notes/overview/preview";
import type { NoteEntry } from "@/lib/notes/overview/types";
import { formatAmount } from "@/lib/text/format-amount";
import { formatClock } from "@/lib/time/clock";
import * as paths from "@/lib/urls/paths";
import { TalkLine } from "./talk-line";

type Props = {
	entry: NoteEntry;
	/** What was looked for, folded; none where nothing was. */
	queryWords: readonly string[];
	hidesConference: boolean;
};

/** A note: its talk and how it begins, or where in it stands what was looked for. */
export function NoteRow({ entry: { talk, note }, queryWords, hidesConference }: Props) {
	const { takeaways, moreTakeaways, prose } =
		queryWords.length === 0 ? previewNote(note) : previewMatches(note, queryWords);
	return (
		<TalkLine talk={talk} latest={{ what: "Changed", at: note.updatedAt }} hidesConference={hidesConference}>
			{takeaways.length > 0 && (
				<ul
					className="mt-1.5 max-w-prose list-disc ps-5 [&>li]:marker:text-line-strong [&>li+li]:mt-0.5"
					aria-label={`Takeaways of ${talk.title}`}
				>
					{takeaways.map((takeaway) => (
						<li key={takeaway.id}>
							{takeaway.time !== undefined && (
								<a
									className="me-1.5 inline-block rounded-sm bg-sunken px-1.5 text-[0.875rem] text-accent no-underline hover:underline max-sm:py-2"
									href={paths.watch(talk.conference.slug, talk.slug, takeaway.time)}
									aria-label={`Watch from ${formatClock(takeaway.time)}`}
								>
									{formatClock(takeaway.time)}
								</a>
							)}
							<MarkedText parts={takeaway.parts} />
						</li>
					))}
				</ul>
			)}
			{moreTakeaways > 0 && (
				<p className={`mt-0.5 text-sm text-ink-soft ${takeaways.length > 0 ? "pl-5" : ""}`}>
					{takeaways.length > 0
						? formatAmount(moreTakeaways, "more takeaway", "more takeaways")
						: formatAmount(moreTakeaways, "takeaway", "takeaways")}
				</p>
			)}
			{prose && (
				<p
					className={`mt-1.5 max-w-prose whitespace-pre-line text-ink-soft ${queryWords.length === 0 ? "line-clamp-5" : ""}`}
				>
					<MarkedExcerpt excerpt={prose} />
				</p>
			)}
		</TalkLine>
	);
}
