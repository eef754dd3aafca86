import { Fragment } from "react";
import { compareNotes, type Hunk, type Piece } from "@/lib/notes/revisions/compare";
import type { NoteContent } from "@/lib/notes/types";
import { formatCount } from "@/lib/text/format";

/** Around what changed, so many lines that did not are shown. */
const LINES_AROUND = 3;

/** Fewer are shown: to say that they are left out takes as much room. */
const MIN_LEFT_OUT = 4;

/** Of the parts of a note, where it is shown as it was or compared. */
export const REVISION_HEADING = "mt-4 mb-[0.35rem] font-semibold first:mt-0";

const MARKED = {
	ins: "rounded-[0.2em] bg-watched/18 box-decoration-clone px-[0.1em] underline decoration-2 underline-offset-3",
	del: "rounded-[0.2em] bg-problem/16 box-decoration-clone px-[0.1em] line-through",
} as const;

/** What became of a note: added words underlined, removed ones struck through. */
export function NoteDiff({ older, newer }: { older: NoteContent; newer: NoteContent }) {
	"use memo";
	const { isSame, takeaways, hunks } = compareNotes(older, newer);
	if (isSame) return <p className="text-ink-soft">They are the same.</p>;
	return (
		<>
			<p className="mb-4 text-[0.875rem] text-ink-soft">
				<ins className={MARKED.ins}>Added</ins> words are underlined, <del className={MARKED.del}>removed</del> ones
				struck through.
			</p>
			{takeaways.length > 0 && (
				<>
					<h4 className={REVISION_HEADING}>Key takeaways</h4>
					<ul className="list-disc ps-5">
						{takeaways.map(({ id, isMoved, pieces }) => (
							<li key={id}>
								<Pieces pieces={pieces} />
								{isMoved && <i> (moved)</i>}
							</li>
						))}
					</ul>
				</>
			)}
			{hunks.length > 0 && (
				<>
					<h4 className={REVISION_HEADING}>Notes</h4>
					<div className="whitespace-pre-wrap">
						{hunks.map((hunk, index) => (
							<HunkView
								// biome-ignore lint/suspicious/noArrayIndexKey: what is compared never changes while it is shown.
								key={index}
								hunk={hunk}
								isFirst={index === 0}
								isLast={index === hunks.length - 1}
							/>
						))}
					</div>
				</>
			)}
		</>
	);
}

function HunkView({ hunk, isFirst, isLast }: { hunk: Hunk; isFirst: boolean; isLast: boolean }) {
	if (hunk.kind === "changed") {
		return (
			<p className="min-h-lh">
				<Pieces pieces={hunk.pieces} />
				{"\n"}
			</p>
		);
	}
	const { lines } = hunk;
	const first = isFirst ? 0 : LINES_AROUND;
	const last = isLast ? 0 : LINES_AROUND;
	const left = lines.length - first - last;
	if (left < MIN_LEFT_OUT) return <Lines lines={lines} />;
	return (
		<>
			<Lines lines={lines.slice(0, first)} />
			<p className="my-2 min-h-lh border-y border-dashed border-line-strong text-center text-[0.875rem] text-ink-soft">
				{formatCount(left)} lines that are the same
			</p>
			<Lines lines={lines.slice(lines.length - last)} />
		</>
	);
}

function Lines({ lines }: { lines: readonly string[] }) {
	// Each with its end: of a paragraph, the last end alone is not drawn.
	return lines.length > 0 && <p className="min-h-lh">{lines.map((line) => `${line}\n`).join("")}</p>;
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
	const visiblePieces = pieces.filter(({ text }) => text !== "");
	const isReplaced = visiblePieces.length === 2 && visiblePieces.every(({ kind }) => kind !== "same");
	return visiblePieces.map(({ kind, text }, index) => {
		const Mark = kind === "added" ? "ins" : "del";
		return (
			// biome-ignore lint/suspicious/noArrayIndexKey: what is compared never changes while it is shown.
			<Fragment key={index}>
				{isReplaced && index === 1 && <br />}
				{kind === "same" ? text : <Mark className={MARKED[Mark]}>{text}</Mark>}
			</Fragment>
		);
	});
}
