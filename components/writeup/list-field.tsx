"use client";

import { useId, useState } from "react";

type ListFieldProps = {
	readonly label: string;
	readonly values: readonly string[];
	readonly onChange: (values: string[]) => void;
};

/** A list of short texts, typed with commas between them. */
export function ListField({ label, values, onChange }: ListFieldProps) {
	const id = useId();
	// What is typed stays as it is typed, a comma at its end too, as long as it means what the list has.
	const [typed, setTyped] = useState(() => values.join(", "));
	const visibleText = isSame(parseList(typed), values) ? typed : values.join(", ");
	return (
		<div className="writeup-field">
			<label htmlFor={id}>{label}</label>
			<input
				id={id}
				className="field"
				value={visibleText}
				autoComplete="off"
				onChange={({ target }) => {
					setTyped(target.value);
					const list = parseList(target.value);
					if (!isSame(list, values)) onChange(list);
				}}
			/>
		</div>
	);
}

function parseList(text: string): string[] {
	return [
		...new Set(
			text
				.split(",")
				.map((each) => each.trim())
				.filter((each) => each !== ""),
		),
	];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((each, index) => each === b[index]);
}
