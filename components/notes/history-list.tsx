import { countContent, formatCountsChange } from "@/lib/notes/revisions/amount";
import type { RevisionSummary } from "@/lib/notes/revisions/types";
import { formatDay, formatIsoDate, formatTime } from "@/lib/talks/format";
import type { Draft } from "./draft";

type HistoryListProps = {
	/** Newest first. */
	revisions: readonly RevisionSummary[];
	draft: Draft;
	chosenId: string | undefined;
	timeZone: string;
	onChoose: (id: string) => void;
};

/** What a note was, by days, each with what became more or less since the one before. */
export function HistoryList({ revisions, draft, chosenId, timeZone, onChoose }: HistoryListProps) {
	const [newest] = revisions;
	const days = new Map<string, (readonly [number, RevisionSummary])[]>();
	for (const [index, revision] of revisions.entries()) {
		const day = formatIsoDate(revision.savedAt, timeZone);
		days.set(day, [...(days.get(day) ?? []), [index, revision]]);
	}
	return (
		<nav className="note-history-list" aria-label="Revisions">
			<p>
				<b>Now</b> {newest && formatCountsChange(newest, countContent(draft))}
			</p>
			{[...days].map(([day, ofDay]) => (
				<section key={day} aria-label={formatDay(day)}>
					<h3>{formatDay(day)}</h3>
					<ol>
						{ofDay.map(([index, revision]) => (
							<li key={revision.id}>
								<button type="button" aria-pressed={revision.id === chosenId} onClick={() => onChoose(revision.id)}>
									<time dateTime={revision.savedAt.toISOString()}>{formatTime(revision.savedAt, timeZone)}</time>{" "}
									<span>{formatCountsChange(revisions[index + 1] ?? null, revision)}</span>
								</button>
							</li>
						))}
					</ol>
				</section>
			))}
		</nav>
	);
}
