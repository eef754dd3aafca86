"use client";

import type { Draft } from "./draft";
import { NoteStatus } from "./note-status";
import { NoteText } from "./note-text";
import { TakeawayList } from "./takeaway-list";
import { useNote } from "./use-note";

type Props = {
	talkId: number;
	/** The talk's watch page, where a takeaway's time leads to. */
	watchPath: string;
};

/** The visitor's note on a talk: key takeaways and free Markdown, saved as it is typed. */
export function NoteEditor({ talkId }: Props) {
	"use memo";
	const { draft, state, change, resolve } = useNote(talkId);
	const isLoading = state.kind === "loading";
	return (
		<div className="card grid gap-5 p-4 sm:p-5">
			<TakeawayList
				takeaways={draft.takeaways}
				isReadOnly={isLoading}
				onChange={(edit: (draft: Draft) => Draft) => change(edit(draft))}
			/>
			<NoteText text={draft.text} isReadOnly={isLoading} onChange={(text) => change({ ...draft, text })} />
			<NoteStatus state={state} onResolve={resolve} />
			<noscript>
				<p>Writing notes needs JavaScript.</p>
			</noscript>
		</div>
	);
}
