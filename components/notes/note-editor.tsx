"use client";

import { History, Keyboard } from "lucide";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { Draft } from "./draft";
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

/**
 * The visitor's note on a talk: key takeaways and free Markdown, saved as it is typed. What stands below the takeaways is
 * seen once it is known how many there are: it does not move then.
 */
export function NoteEditor({ talkId, watchPath }: Props) {
	const { draft, state, change, resolve } = useNote(talkId);
	const apply = useDraftEdits(draft, change);
	const isLoading = state.kind === "loading";
	return (
		<div
			className="group/note card @container/note grid grid-cols-1 gap-5 p-4 sm:p-5"
			data-loading={isLoading || undefined}
		>
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

// Fetched by those who ask.
const NoteHistory = lazy(() => import("./note-history"));
const NoteKeys = lazy(() => import("./note-keys"));

const MORE = "me-4 inline-flex min-h-11 items-center gap-1.5 text-ink-soft hover:text-accent";

type NoteFootProps = {
	talkId: number;
	draft: Draft;
	isReadOnly: boolean;
	onRestore: (content: Draft) => void;
	/** Whether the note is safe. */
	children: ReactNode;
};

/** What stands below a note: whether it is safe, what it was, and the keys that write it. */
function NoteFoot({ talkId, draft, isReadOnly, onRestore, children }: NoteFootProps) {
	const [open, setOpen] = useState<"history" | "keys" | null>(null);
	return (
		<div className="text-[0.875rem] group-data-loading/note:opacity-0">
			{children}
			<div>
				<button className={MORE} type="button" disabled={isReadOnly} onClick={() => setOpen("history")}>
					<Icon icon={History} /> History
				</button>
				<button
					className={MORE}
					type="button"
					aria-expanded={open === "keys"}
					onClick={() => setOpen(open === "keys" ? null : "keys")}
				>
					<Icon icon={Keyboard} /> Editing shortcuts
				</button>
			</div>
			<Suspense>
				{open === "keys" && <NoteKeys />}
				{open === "history" && (
					<NoteHistory talkId={talkId} draft={draft} onRestore={onRestore} onClosed={() => setOpen(null)} />
				)}
			</Suspense>
		</div>
	);
}
