"use client";

import { type ClipboardEvent, type KeyboardEvent, lazy, Suspense } from "react";
import { insertTextIntoField } from "text-field-edit";
import { SEGMENT, SEGMENTS } from "@/components/ui/segments";
import { formatOfKeys } from "./format-keys";
import type { Format } from "./markdown-edits";
import { NoteSheet, SHEET_FIELD } from "./note-sheet";
import { NoteTools } from "./note-tools";
import { useView, VIEWS } from "./note-view";
import type { Field, TextEdit } from "./text-edit";
import { useCaret } from "./use-caret";

// The Markdown library is fetched when somebody wants to see a preview, not with every talk.
const MarkdownPreview = lazy(() => import("./markdown-preview"));

const VIEW_NAMES = { write: "Write", preview: "Preview", beside: "Split view" } as const;

type Edits = typeof import("./markdown-edits");
/** Fetched when somebody goes to the field, so that a key finds it there. */
let edits: Edits | undefined;
async function loadEdits(): Promise<Edits> {
	edits ??= await import("./markdown-edits");
	return edits;
}

const PANE = "max-h-[70vh] min-h-48 overflow-auto px-3 py-2.5 leading-relaxed";

type Props = { text: string; isReadOnly: boolean; onChange: (text: string) => void };

/** The free part of a note: Markdown with its tools, and what it will look like. */
export function NoteText({ text, isReadOnly, onChange }: Props) {
	const [view, chooseView] = useView();
	const field = useCaret(text);

	async function format(name: Format) {
		const { applyFormat } = await loadEdits();
		if (field.current && !isReadOnly) writeIntoField(field.current, applyFormat(readField(field.current), name));
	}

	function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
		if (isReadOnly || event.nativeEvent.isComposing) return;
		const name = formatOfKeys(event.nativeEvent, /Mac|iP/.test(navigator.platform));
		if (name) {
			event.preventDefault();
			void format(name);
		} else if (event.key === "Enter" && !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey)) {
			const edit = edits?.continueList(readField(event.currentTarget));
			if (!edit) return;
			event.preventDefault();
			writeIntoField(event.currentTarget, edit);
		}
	}

	function onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
		const pasted = event.clipboardData.getData("text/plain");
		const edit = isReadOnly ? null : edits?.linkSelection(readField(event.currentTarget), pasted);
		if (!edit) return;
		event.preventDefault();
		writeIntoField(event.currentTarget, edit);
	}

	return (
		<section className="group-data-loading/note:opacity-0" data-view={view} aria-labelledby="notes">
			<div className="mb-2 flex flex-wrap items-center justify-between gap-x-4">
				<h2 id="notes" className="text-lg font-bold">
					<label htmlFor="note-text">Notes</label>
				</h2>
				{/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent. */}
				<div className={SEGMENTS} role="group" aria-label="Show notes as">
					{VIEWS.map((each) => (
						<button
							key={each}
							type="button"
							className={
								each === "beside"
									? `${SEGMENT} hidden xl:inline-flex @min-[36rem]/note:inline-flex`
									: `${SEGMENT} inline-flex`
							}
							data-note-view={each}
							aria-pressed={view === each}
							onClick={() => chooseView(view === each ? "write" : each)}
						>
							{VIEW_NAMES[each]}
						</button>
					))}
				</div>
			</div>
			<NoteSheet>
				{view !== "preview" && <NoteTools controls="note-text" isDisabled={isReadOnly} onFormat={format} />}
				<div className={view === "beside" ? "grid grid-cols-1 @min-[36rem]/note:grid-cols-2" : undefined}>
					<textarea
						ref={field}
						id="note-text"
						className={`${SHEET_FIELD} ${PANE}`}
						hidden={view === "preview"}
						value={text}
						readOnly={isReadOnly}
						placeholder="What was it about, why did it matter? Markdown works here."
						onFocus={() => void loadEdits().catch(() => {})}
						onChange={(event) => onChange(event.target.value)}
						onKeyDown={onKeyDown}
						onPaste={onPaste}
					/>
					{view !== "write" && (
						<section
							aria-label="Preview"
							className={`prose ${PANE} [&>:first-child]:mt-0 ${view === "beside" ? "border-line border-t @min-[36rem]/note:border-s @min-[36rem]/note:border-t-0" : ""}`}
						>
							<Suspense fallback="…">
								<MarkdownPreview markdown={text} />
							</Suspense>
						</section>
					)}
				</div>
			</NoteSheet>
		</section>
	);
}

function readField({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Field {
	return { text: value, start: selectionStart, end: selectionEnd };
}

/** Makes an edit as if it were typed: the browser's undo takes it back. */
function writeIntoField(field: HTMLTextAreaElement, { from, to, insert, start, end }: TextEdit): void {
	field.focus();
	field.setSelectionRange(from, to);
	if (from !== to || insert !== "") insertTextIntoField(field, insert);
	field.setSelectionRange(start, end);
}
