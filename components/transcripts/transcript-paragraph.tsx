"use client";

import { Quote } from "lucide";
import { memo } from "react";
import { Icon } from "@/components/ui/icon";
import { formatClock } from "@/lib/time/clock";
import type { Paragraph } from "@/lib/transcripts/paragraphs";
import { type ParagraphMatches, splitCue } from "@/lib/transcripts/paragraphs";

type Props = {
	paragraph: Paragraph;
	/** What a search found in it. */
	matches: ParagraphMatches | undefined;
	/** Whether there is a player. */
	canSeek: boolean;
};

/**
 * A paragraph of a transcript, its cues told apart by `data-cue`, their place among all. What its buttons do
 * is done by whoever draws it, by `data-seek` and `data-quote`. Drawn again only where what was
 * found in it changes: there are hundreds.
 */
export const TranscriptParagraph = memo(function TranscriptParagraph({ paragraph, matches, canSeek }: Props) {
	const { first, cues, offsets } = paragraph;
	const { start = 0, speaker } = cues[0] ?? {};
	const clock = formatClock(start);
	return (
		<div className="transcript-paragraph">
			<div className="transcript-side">
				{canSeek ? (
					<button className="transcript-time" type="button" aria-label={`Play from ${clock}`} data-seek={start}>
						{clock}
					</button>
				) : (
					<span className="transcript-time">{clock}</span>
				)}
				<button
					className="transcript-quote"
					type="button"
					aria-label={`Quote ${clock}`}
					title="Add as takeaway"
					data-quote={first}
				>
					<Icon icon={Quote} />
				</button>
			</div>
			<p>
				{speaker !== undefined && <b className="transcript-speaker">{speaker}: </b>}
				{cues.map((cue, index) => (
					// Cues stay in their order.
					// biome-ignore lint/suspicious/noArrayIndexKey: as above
					<span key={index}>
						<span className="transcript-cue" data-cue={first + index}>
							{matches ? <Parts parts={splitCue(cue.text, offsets[index] ?? 0, matches)} /> : cue.text}
						</span>{" "}
					</span>
				))}
			</p>
		</div>
	);
});

function Parts({ parts }: { parts: ReturnType<typeof splitCue> }) {
	let at = 0;
	return parts.map(({ text, match }) => {
		const key = at;
		at += text.length;
		return match === null ? (
			text
		) : (
			<mark key={key} data-match={match}>
				{text}
			</mark>
		);
	});
}
