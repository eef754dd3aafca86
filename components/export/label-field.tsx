"use client";

import { useId, useState } from "react";

type LabelFieldProps = { readonly value: string; readonly onChange: (value: string) => void };

const MAX_LABEL_LENGTH = 200;

/** What stands above takeaways. There is always something: an empty field goes back to what it was when it is left. */
export function LabelField({ value, onChange }: LabelFieldProps) {
	const id = useId();
	// While it is typed in, the field holds what is no label (yet): nothing, or a space at its end.
	const [typed, setTyped] = useState<string | null>(null);
	return (
		<div className="markdown-option">
			<label htmlFor={id}>Label of takeaways</label>
			<input
				id={id}
				className="field"
				maxLength={MAX_LABEL_LENGTH}
				autoComplete="off"
				value={typed ?? value}
				onChange={({ target }) => {
					setTyped(target.value);
					const label = target.value.trim();
					if (label !== "") onChange(label);
				}}
				onBlur={() => setTyped(null)}
			/>
		</div>
	);
}
