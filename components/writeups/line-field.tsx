"use client";

import { useId } from "react";

type Props = {
	readonly label: string;
	readonly value: string;
	readonly onChange: (value: string) => void;
	readonly placeholder?: string;
	readonly className?: string;
	readonly hidesLabel?: boolean;
	readonly focusName?: string;
};

/** A field of one line. */
export function LineField({ label, value, onChange, placeholder, className, hidesLabel, focusName }: Props) {
	const id = useId();
	return (
		<div className="grid gap-1">
			<label htmlFor={id} className={hidesLabel ? "sr-only" : undefined}>
				{label}
			</label>
			<input
				id={id}
				data-focus={focusName}
				className={className ? `field ${className}` : "field"}
				value={value}
				placeholder={placeholder}
				autoComplete="off"
				onChange={({ target }) => onChange(target.value)}
			/>
		</div>
	);
}
