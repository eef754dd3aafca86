import { Fragment } from "react";
import { compareNotes, type Hunk, type Piece } from "@/lib/notes/revisions/compare";
import type { NoteContent } from "@/lib/notes/types";
import { formatCount } from "@/lib/text/format";

/** Around what changed, so many lines that did not are shown. */
const LINES_AROUND = 3;

/** Fewer are shown: to say that they are left out takes as much room. */
const MIN_LEFT_OUT = 4;

/** What became of a note: added words underlined, removed ones struck through. */
export function NoteDiff({ older, newer }: { older: NoteContent; newer: NoteContent }) {
	"use memo";
	const { isSame, takeaways, hunks } = compareNotes(older, newer);
	if (isSame) return <p className="text-ink-soft">They are the same.</p>;
	return (
		<>
			<p className="note-history-legend">
				<ins>Added</ins> words are underlined, <del>removed</del> ones struck through.
			</p>
			{takeaways.length > 0 && (
				<>
					<h4>Key takeaways</h4>
					<ul className="note-history-takeaways">
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
					<h4>Notes</h4>
					<div className="note-history-text">
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
			<p>
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
			<p className="note-history-same">{formatCount(left)} lines that are the same</p>
			<Lines lines={lines.slice(lines.length - last)} />
		</>
	);
}

function Lines({ lines }: { lines: readonly string[] }) {
	// Each with its end: of a paragraph, the last end alone is not drawn.
	return lines.length > 0 && <p>{lines.map((line) => `${line}\n`).join("")}</p>;
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
	const visiblePieces = pieces.filter(({ text }) => text !== "");
	const isReplaced = visiblePieces.length === 2 && visiblePieces.every(({ kind }) => kind !== "same");
	return visiblePieces.map(({ kind, text }, index) => {
		const Mark = kind === "added" ? "ins" : kind === "removed" ? "del" : Fragment;
		return (
			// biome-ignore lint/suspicious/noArrayIndexKey: what is compared never changes while it is shown.
			<Fragment key={index}>
				{isReplaced && index === 1 && <br />}
				<Mark>{text}</Mark>
			</Fragment>
		);
	});
}
