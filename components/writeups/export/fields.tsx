"use client";

import { useId } from "react";

export const OPTION_LABEL = "mb-1 block text-[0.875rem] text-ink-soft";

type ChoiceProps<Value extends string | number> = {
	readonly label: string;
	readonly choices: readonly { readonly value: Value; readonly label: string }[];
	readonly value: Value;
	readonly onChange: (value: Value) => void;
};

/** One of a few. */
export function Choice<Value extends string | number>({ label, choices, value, onChange }: ChoiceProps<Value>) {
	const id = useId();
	return (
		<div>
			<label htmlFor={id} className={OPTION_LABEL}>
				{label}
			</label>
			<select
				id={id}
				className="field"
				value={value}
				onChange={({ target }) => {
					const chosen = choices[target.selectedIndex];
					if (chosen) onChange(chosen.value);
				}}
			>
				{choices.map((choice) => (
					<option key={choice.value} value={choice.value}>
						{choice.label}
					</option>
				))}
			</select>
		</div>
	);
}

type CheckboxFieldProps = {
	readonly label: string;
	readonly isOn: boolean;
	readonly onChange: (isOn: boolean) => void;
};

export function CheckboxField({ label, isOn, onChange }: CheckboxFieldProps) {
	return (
		<label className="inline-flex min-h-9 cursor-pointer items-center gap-2 max-sm:min-h-11">
			<input
				type="checkbox"
				className="size-[1.15rem] shrink-0 accent-accent"
				checked={isOn}
				onChange={({ target }) => onChange(target.checked)}
			/>
			{label}
		</label>
	);
}
