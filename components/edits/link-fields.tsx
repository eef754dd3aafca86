"use client";

import { useState } from "react";
import type { EditState } from "@/lib/actions/edit-schedule";
import type { LinkValues } from "@/lib/schedule/edits/form-values";
import { type FieldNotes, FieldNotesView } from "./field";

const KINDS = [
	["RECORDING", "Recording"],
	["SLIDES", "Slides"],
	["SUBTITLES", "Subtitles"],
	["CHAT", "Chat"],
	["FEEDBACK", "Feedback"],
	["OTHER", "Other"],
] as const;

type Props = { links: readonly LinkValues[]; errors: EditState<unknown>["errors"]; about: FieldNotes };

const EMPTY_ROWS = 2;
const EMPTY: LinkValues = { kind: "RECORDING", url: "", title: "" };

/** A talk's links, and empty rows for more; one that is emptied is one less. */
export function LinkFields({ links, errors, about }: Props) {
	const [extra, setExtra] = useState(0);
	const rows = [...links, ...Array.from({ length: EMPTY_ROWS + extra }, () => EMPTY)];
	return (
		<fieldset className="col-span-full" aria-describedby="edit-links-about">
			<legend>Links</legend>
			<div className="mt-1 grid gap-3 sm:gap-2">
				{rows.map((link, index) => {
					const problem = ["url", "title", "kind"].map((name) => errors?.[`links.${index}.${name}`]).find(Boolean);
					const problemId = `edit-link-${index}-problem`;
					return (
						// biome-ignore lint/suspicious/noArrayIndexKey: rows neither move nor go, and nothing else tells them apart.
						<div key={index} className="grid gap-2 sm:grid-cols-[8.5rem_3fr_2fr]">
							<select
								key={link.kind}
								className="field"
								name="linkKind"
								aria-label={`Kind of link ${index + 1}`}
								defaultValue={link.kind}
							>
								{KINDS.map(([kind, label]) => (
									<option key={kind} value={kind}>
										{label}
									</option>
								))}
							</select>
							<input
								className="field"
								name="linkUrl"
								type="url"
								inputMode="url"
								autoComplete="off"
								placeholder="https://…"
								aria-label={`Address of link ${index + 1}`}
								aria-invalid={problem ? true : undefined}
								aria-describedby={problem ? problemId : undefined}
								defaultValue={link.url}
							/>
							<input
								className="field"
								name="linkTitle"
								autoComplete="off"
								placeholder="Title"
								aria-label={`Title of link ${index + 1}`}
								defaultValue={link.title}
							/>
							{problem && (
								<p id={problemId} className="col-span-full text-sm text-problem">
									{problem}
								</p>
							)}
						</div>
					);
				})}
			</div>
			<FieldNotesView id="edit-links" label="Links" {...about} />
			<button
				type="button"
				className="link mt-1 min-h-9 text-sm max-sm:min-h-11 noscript:hidden"
				onClick={() => setExtra(extra + 2)}
			>
				More rows for links
			</button>
		</fieldset>
	);
}
