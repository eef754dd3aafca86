"use client";

import { lazy, Suspense, useState } from "react";

// The Markdown library is fetched when somebody wants to see a preview, not with every talk.
const MarkdownPreview = lazy(() => import("./markdown-preview"));

type Props = { text: string; isReadOnly: boolean; onChange: (text: string) => void };

/** The free part of a note: Markdown, and what it will look like. */
export function NoteText({ text, isReadOnly, onChange }: Props) {
	"use memo";
	const [isPreviewing, setIsPreviewing] = useState(false);
	return (
		<div>
			<div className="mb-2 flex items-center justify-between gap-2">
				<h2 className="text-lg font-bold">
					<label htmlFor="note-text">Notes</label>
				</h2>
				<button
					className="button-quiet w-auto px-3 aria-pressed:bg-sunken aria-pressed:text-ink"
					type="button"
					aria-pressed={isPreviewing}
					onClick={() => setIsPreviewing(!isPreviewing)}
				>
					Preview
				</button>
			</div>
			{isPreviewing && (
				<section aria-label="Preview" className="prose min-h-40 rounded-lg border border-line p-3">
					<Suspense fallback="…">
						<MarkdownPreview markdown={text} />
					</Suspense>
				</section>
			)}
			<textarea
				id="note-text"
				className="field min-h-40 py-2 leading-relaxed field-sizing-content"
				hidden={isPreviewing}
				value={text}
				readOnly={isReadOnly}
				placeholder="Markdown. What was it about, why did it matter?"
				onChange={(event) => onChange(event.target.value)}
			/>
		</div>
	);
}
