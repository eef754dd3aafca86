"use client";

import { formatTalkCount } from "@/lib/talks/amount";
import { formatCount } from "@/lib/talks/format";
import type { ExportFile } from "./use-export-file";

type ExportPreviewProps = { readonly file: ExportFile | null; readonly hasFailed: boolean; readonly isVault: boolean };

/** More is no longer looked at, and slows the page. */
const MAX_PREVIEW_LENGTH = 100_000;

export function ExportPreview({ file, hasFailed, isVault }: ExportPreviewProps) {
	if (hasFailed) {
		return (
			<p role="alert" className="text-problem">
				The file could not be read. Reload the page to try again.
			</p>
		);
	}
	if (!file) {
		return (
			<>
				<p className="text-ink-soft">Writing it …</p>
				<div className="export-file" />
			</>
		);
	}
	const talks = formatTalkCount(file.talkCount);
	if (isVault) {
		return (
			<div className="prose">
				<p>
					A zip with a note for each of {talks}, its details as properties, and notes for speakers, tracks, topics and
					conferences that link to them. Unpack it, and open the folder in Obsidian.
				</p>
			</div>
		);
	}
	const isCut = file.text.length > MAX_PREVIEW_LENGTH;
	return (
		<>
			<p className="text-ink-soft">
				{talks}, {formatCount(countWords(file.text))} words
			</p>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys. */}
			<section className="export-file" aria-label="The file" tabIndex={0}>
				<pre>{isCut ? file.text.slice(0, MAX_PREVIEW_LENGTH) : file.text}</pre>
			</section>
			{isCut && <p className="text-ink-soft">This is its beginning. Copies and downloads are whole.</p>}
		</>
	);
}

function countWords(text: string): number {
	return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
}
