"use client";

import { useState } from "react";
import { type FieldNotes, FieldNotesView } from "./field";

type Props = { speakers: readonly string[]; known: readonly string[]; about: FieldNotes };

const EMPTY_ROWS = 2;

/** A talk's speakers by name, and empty fields for more; one that is emptied is one less. */
export function SpeakerFields({ speakers, known, about }: Props) {
	const [extra, setExtra] = useState(0);
	const rows = [...speakers, ...Array.from({ length: EMPTY_ROWS + extra }, () => "")];
	return (
		<fieldset className="col-span-full" aria-describedby="edit-speakers-about">
			<legend>Speakers</legend>
			<div className="mt-1 grid gap-2 sm:grid-cols-2">
				{rows.map((name, index) => (
					<input
						// Rows have nothing else that tells them apart.
						// biome-ignore lint/suspicious/noArrayIndexKey: they neither move nor go.
						key={index}
						className="field"
						name="speakers"
						list="known-speakers"
						autoComplete="off"
						aria-label={`Speaker ${index + 1}`}
						defaultValue={name}
					/>
				))}
			</div>
			<datalist id="known-speakers">
				{known.map((name) => (
					<option key={name} value={name} />
				))}
			</datalist>
			<FieldNotesView
				id="edit-speakers"
				label="Speakers"
				hint="A name that nobody here has yet adds a speaker; an empty field, none."
				{...about}
			/>
			<button
				type="button"
				className="link mt-1 min-h-9 text-sm max-sm:min-h-11 noscript:hidden"
				onClick={() => setExtra(extra + 2)}
			>
				More fields for speakers
			</button>
		</fieldset>
	);
}
