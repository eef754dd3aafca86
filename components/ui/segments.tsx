"use client";

import { useId } from "react";

/** What holds one of a few, side by side: radio buttons, or buttons that stay pressed; and each of them. */
export const SEGMENTS = "flex flex-wrap rounded-lg bg-sunken p-1";
export const SEGMENT =
	"relative min-h-9 grow cursor-pointer items-center justify-center rounded-md px-2.5 text-sm text-ink-soft hover:text-ink has-disabled:cursor-auto has-disabled:opacity-50 has-disabled:hover:text-ink-soft has-checked:bg-surface has-checked:font-semibold has-checked:text-ink has-checked:shadow-raised has-focus-visible:outline-2 has-focus-visible:outline-accent aria-pressed:bg-surface aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:shadow-raised max-sm:min-h-11";

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
			<div className={SEGMENTS}>
				{options.map((option) => (
					<label key={option.value} className={`${SEGMENT} inline-flex`}>
						<input
							type="radio"
							className="absolute inset-0 cursor-[inherit] opacity-0"
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
