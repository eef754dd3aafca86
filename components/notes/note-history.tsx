"use client";

import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { errorMessageOf, sendJson } from "@/components/visitor/api-client";
import { countContent, formatCountsChange } from "@/lib/notes/revisions/amount";
import type { RevisionSummary } from "@/lib/notes/revisions/types";
import { formatDay, formatIsoDate, formatTime } from "@/lib/text/format";
import type { Draft } from "./draft";
import { FetchFailed } from "./fetch-failed";
import { HistoryRevision } from "./history-revision";
import { useRevisions } from "./use-revisions";

type Props = {
	talkId: number;
	draft: Draft;
	/** Puts an older state into the editor; it is saved like anything typed. */
	onRestore: (content: Draft) => void;
	onClosed: () => void;
};

/** What a note was: to see, to compare and to restore. Opens above the page as soon as it is there. */
export default function NoteHistory({ talkId, draft, onRestore, onClosed }: Props) {
	"use memo";
	const [isOpen, setIsOpen] = useState(true);
	const revisions = useRevisions(talkId);
	const [chosenId, setChosenId] = useState<string>();
	const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const all = revisions.kind === "there" ? revisions.value : [];
	const chosen = all.find(({ id }) => id === chosenId) ?? all[0];
	const [problem, setProblem] = useState("");
	const [isRestoring, setIsRestoring] = useState(false);

	async function restore(content: Draft) {
		setProblem("");
		setIsRestoring(true);
		// First what it replaces, which may not even be saved: so that this can be taken back.
		const { text, takeaways } = draft;
		const response = await sendJson(`/api/notes/${talkId}/revisions`, "POST", { text, takeaways });
		setIsRestoring(false);
		if (response?.status === 200) {
			onRestore(content);
			setIsOpen(false);
		} else {
			setProblem(
				response && response.status < 500
					? `Nothing was restored, because what your note is now cannot be kept first. ${errorMessageOf(response)}`
					: "Nothing was restored: the server does not answer. Try again in a while.",
			);
		}
	}

	return (
		<Dialog
			title="History of your note"
			isOpen={isOpen}
			onClose={() => setIsOpen(false)}
			onClosed={onClosed}
			isLarge={all.length > 0 || revisions.kind === "loading"}
		>
			{revisions.kind === "loading" && <p role="status">Loading…</p>}
			{revisions.kind === "failed" && <FetchFailed result={revisions} />}
			{revisions.kind === "there" && revisions.value.length === 0 && <NoneYet />}
			{revisions.kind === "there" && revisions.value.length > 0 && (
				// On a low screen the whole scrolls, and what is done with it stays in sight.
				<div className="grid min-h-0 flex-1 gap-5 max-md:min-h-128 max-md:grid-cols-1 max-md:grid-rows-[minmax(6rem,26%)_minmax(0,1fr)] max-md:gap-3 md:grid-cols-[17rem_minmax(0,1fr)] md:grid-rows-1">
					<HistoryList
						revisions={revisions.value}
						draft={draft}
						chosenId={chosen?.id}
						timeZone={timeZone}
						onChoose={setChosenId}
					/>
					{chosen && (
						<HistoryRevision
							talkId={talkId}
							id={chosen.id}
							earlierId={revisions.value[revisions.value.indexOf(chosen) + 1]?.id}
							title={titleOf(chosen.savedAt, timeZone)}
							draft={draft}
							isRestoring={isRestoring}
							onRestore={(content) => void restore(content)}
						/>
					)}
				</div>
			)}
			<p role="alert" className="text-problem">
				{problem}
			</p>
		</Dialog>
	);
}

function NoneYet() {
	return (
		<p>
			There is nothing to go back to yet. What a note was is kept when you come back to it after some minutes, every few
			minutes while you write, and whenever much of it is deleted.
		</p>
	);
}

function titleOf(savedAt: Date, timeZone: string): string {
	return `${formatDay(formatIsoDate(savedAt, timeZone))}, ${formatTime(savedAt, timeZone)}`;
}

type HistoryListProps = {
	/** Newest first. */
	revisions: readonly RevisionSummary[];
	draft: Draft;
	chosenId: string | undefined;
	timeZone: string;
	onChoose: (id: string) => void;
};

/** What a note was, by days, each with what became more or less since the one before. */
function HistoryList({ revisions, draft, chosenId, timeZone, onChoose }: HistoryListProps) {
	const [newest] = revisions;
	const days = new Map<string, (readonly [number, RevisionSummary])[]>();
	for (const [index, revision] of revisions.entries()) {
		const day = formatIsoDate(revision.savedAt, timeZone);
		days.set(day, [...(days.get(day) ?? []), [index, revision]]);
	}
	return (
		<nav className="overflow-y-auto border-line pe-2 max-md:border-y" aria-label="Revisions">
			<p className="px-[0.6rem] py-[0.4rem] text-ink-soft">
				<b className="text-ink">Now</b> {newest && formatCountsChange(newest, countContent(draft))}
			</p>
			{[...days].map(([day, ofDay]) => (
				<section key={day} aria-label={formatDay(day)}>
					<h3 className="sticky top-0 bg-surface px-[0.6rem] pt-2 pb-1 text-[0.875rem] font-semibold text-ink-soft">
						{formatDay(day)}
					</h3>
					<ol>
						{ofDay.map(([index, revision]) => (
							<li key={revision.id}>
								<button
									type="button"
									// Told from the others without its colour, too.
									className="flex min-h-11 w-full items-center gap-3 rounded-[0.4rem] border-s-4 border-transparent px-[0.6rem] py-1 text-start hover:bg-sunken focus-visible:-outline-offset-2 aria-pressed:border-s-accent aria-pressed:bg-sunken aria-pressed:font-semibold"
									aria-pressed={revision.id === chosenId}
									onClick={() => onChoose(revision.id)}
								>
									<time className="text-accent" dateTime={revision.savedAt.toISOString()}>
										{formatTime(revision.savedAt, timeZone)}
									</time>{" "}
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
