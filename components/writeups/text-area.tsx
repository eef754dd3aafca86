"use client";

import { useId } from "react";

type Props = {
	readonly label: string;
	readonly value: string;
	readonly onChange: (value: string) => void;
	readonly placeholder?: string;
	readonly hint?: string;
	readonly isCode?: boolean;
	/** Whether the label is for those alone who do not see the field. */
	readonly hidesLabel?: boolean;
	readonly focusName?: string;
};

/** A field for Markdown that grows with what is in it. */
export function TextArea({ label, value, onChange, placeholder, hint, isCode, hidesLabel, focusName }: Props) {
	const id = useId();
	return (
		<div className="grid gap-1">
			<label htmlFor={id} className={hidesLabel ? "sr-only" : undefined}>
				{label}
			</label>
			<textarea
				id={id}
				data-focus={focusName}
				className={`field min-h-20 resize-y py-2 field-sizing-content ${isCode ? "font-mono text-sm" : ""}`}
				value={value}
				placeholder={placeholder}
				aria-describedby={hint ? `${id}-hint` : undefined}
				spellCheck={!isCode}
				onChange={({ target }) => onChange(target.value)}
			/>
			{hint && (
				<p id={`${id}-hint`} className="text-sm text-ink-soft">
					{hint}
				</p>
			)}
		</div>
	);
}

type LineFieldProps = {
	readonly label: string;
	readonly value: string;
	readonly onChange: (value: string) => void;
	readonly placeholder?: string;
	readonly className?: string;
	readonly hidesLabel?: boolean;
	readonly focusName?: string;
};

/** A field of one line. */
export function LineField({ label, value, onChange, placeholder, className, hidesLabel, focusName }: LineFieldProps) {
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
