"use client";

import "./note.css";
import { NoteFoot } from "./note-foot";
import { NoteStatus } from "./note-status";
import { NoteText } from "./note-text";
import { TakeawayList } from "./takeaway-list";
import { useDraftEdits } from "./use-draft-edits";
import { useNote } from "./use-note";

type Props = {
	talkId: number;
	/** The talk's watch page, where a takeaway's time leads to. */
	watchPath: string;
};

/** The visitor's note on a talk: key takeaways and free Markdown, saved as it is typed. */
export function NoteEditor({ talkId, watchPath }: Props) {
	const { draft, state, change, resolve } = useNote(talkId);
	const apply = useDraftEdits(draft, change);
	const isLoading = state.kind === "loading";
	return (
		<div className="note card" data-loading={isLoading || undefined}>
			<TakeawayList
				talkId={talkId}
				takeaways={draft.takeaways}
				isReadOnly={isLoading}
				watchPath={watchPath}
				apply={apply}
			/>
			<NoteText
				text={draft.text}
				isReadOnly={isLoading}
				onChange={(text) => apply((before) => ({ ...before, text }))}
			/>
			<NoteFoot talkId={talkId} draft={draft} isReadOnly={isLoading} onRestore={(content) => apply(() => content)}>
				<NoteStatus state={state} onResolve={resolve} />
			</NoteFoot>
			<noscript>
				<p>Writing notes needs JavaScript.</p>
			</noscript>
		</div>
	);
}
