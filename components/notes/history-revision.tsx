"use client";

import { lazy, Suspense, useId, useState } from "react";
import { Segments } from "@/components/ui/segments";
import { isSameContent } from "@/lib/notes/content";
import type { NoteRevision } from "@/lib/notes/revisions/types";
import { formatClock } from "@/lib/time/clock";
import type { Draft } from "./draft";
import { FetchFailed } from "./fetch-failed";
import { NoteDiff, REVISION_HEADING } from "./note-diff";
import type { FetchState } from "./use-fetch";
import { useRevision } from "./use-revisions";

const RenderedText = lazy(() => import("./history-text"));

const VIEWS = { now: "Compared with now", before: "Compared with the one before", itself: "As it was" } as const;

type View = keyof typeof VIEWS;

type Props = {
	talkId: number;
	id: string;
	/** Of the revision before; undefined where this is the oldest. */
	earlierId: string | undefined;
	/** When it was saved. */
	title: string;
	draft: Draft;
	isRestoring: boolean;
	onRestore: (content: Draft) => void;
};

/** One thing that a note was, by itself or compared, and the button that makes it the note again. */
export function HistoryRevision({ talkId, id, earlierId, title, draft, isRestoring, onRestore }: Props) {
	"use memo";
	const name = useId();
	const [wanted, setWanted] = useState<View>("now");
	const view = wanted === "before" && earlierId === undefined ? "itself" : wanted;
	const revision = useRevision(talkId, id);
	const earlier = useRevision(talkId, view === "before" ? earlierId : undefined);
	const isPresent = revision.kind === "there" && isSameContent(revision.value, draft);

	return (
		<section className="flex min-h-0 flex-col gap-3" aria-labelledby={`${name}-title`}>
			<h3 id={`${name}-title`} className="text-[1.125rem] font-bold">
				{title}
			</h3>
			<Segments
				legend="Show it"
				options={Object.entries(VIEWS).map(([value, label]) => ({
					value: value as View,
					name: label,
					isOff: value === "before" && earlierId === undefined,
				}))}
				value={view}
				onChange={setWanted}
			/>
			<section
				className="min-h-0 flex-1 overflow-y-auto rounded-lg border border-line bg-paper p-4 leading-[1.6] wrap-anywhere"
				aria-label={VIEWS[view]}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys.
				tabIndex={0}
			>
				<RevisionView view={view} revision={revision} earlier={earlier} draft={draft} />
			</section>
			{revision.kind === "there" && (
				<div className="flex min-h-11 items-center max-md:sticky max-md:-bottom-4 max-md:bg-surface max-md:py-1">
					{isPresent ? (
						<p>This is what your note is now.</p>
					) : (
						<button
							className="button-primary"
							type="button"
							disabled={isRestoring}
							onClick={() => onRestore({ text: revision.value.text, takeaways: revision.value.takeaways })}
						>
							{isRestoring ? "Restoring…" : "Restore this"}
						</button>
					)}
				</div>
			)}
		</section>
	);
}

type RevisionViewProps = {
	view: View;
	revision: FetchState<NoteRevision>;
	earlier: FetchState<NoteRevision>;
	draft: Draft;
};

function RevisionView({ view, revision, earlier, draft }: RevisionViewProps) {
	if (revision.kind === "failed") return <FetchFailed result={revision} />;
	if (view === "before" && earlier.kind === "failed") return <FetchFailed result={earlier} />;
	if (revision.kind === "loading" || (view === "before" && earlier.kind === "loading")) {
		return <p role="status">Loading…</p>;
	}
	if (view === "now") return <NoteDiff older={revision.value} newer={draft} />;
	if (view === "before" && earlier.kind === "there") return <NoteDiff older={earlier.value} newer={revision.value} />;
	return <AsItWas content={revision.value} />;
}

function AsItWas({ content: { text, takeaways } }: { content: Draft }) {
	return (
		<>
			{takeaways.length > 0 && (
				<>
					<h4 className={REVISION_HEADING}>Key takeaways</h4>
					<ul className="list-disc ps-5">
						{takeaways.map((takeaway) => (
							<li key={takeaway.id}>
								{takeaway.time !== undefined && `${formatClock(takeaway.time)} `}
								{takeaway.text}
							</li>
						))}
					</ul>
				</>
			)}
			{text.trim() !== "" && (
				<>
					<h4 className={REVISION_HEADING}>Notes</h4>
					<div className="prose">
						<Suspense fallback="Loading…">
							<RenderedText markdown={text} />
						</Suspense>
					</div>
				</>
			)}
		</>
	);
}
