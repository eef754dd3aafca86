"use client";

import { useId } from "react";
import "./segments.css";

type Props<Value extends string> = {
	readonly legend: string;
	readonly isLegendVisible?: boolean;
	readonly options: readonly { readonly value: Value; readonly name: string; readonly isOff?: boolean }[];
	readonly value: Value;
	readonly onChange: (value: Value) => void;
};

/** One of a few, side by side: radio buttons, with all that the browser gives them. */
export function Segments<Value extends string>({
	legend,
	isLegendVisible = false,
	options,
	value,
	onChange,
}: Props<Value>) {
	const name = useId();
	return (
		<fieldset>
			<legend className={isLegendVisible ? "mb-1 px-2 text-sm text-ink-soft" : "sr-only"}>{legend}</legend>
			<div className="segments">
				{options.map((option) => (
					<label key={option.value}>
						<input
							type="radio"
							name={name}
							checked={option.value === value}
							disabled={option.isOff}
							onChange={() => onChange(option.value)}
						/>
						{option.name}
					</label>
				))}
			</div>
		</fieldset>
	);
}
