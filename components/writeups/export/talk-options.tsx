"use client";

import { useId, useState } from "react";
import type { MarkdownOptions } from "@/lib/writeups/options";
import { CheckboxField, Choice, OPTION_LABEL } from "./fields";

type Props = {
	readonly value: MarkdownOptions;
	readonly onChange: (changed: Partial<MarkdownOptions>) => void;
	/** Of a vault, whose talks are files of their own: what is said of the whole file is left out. */
	readonly isVault?: boolean;
	/** Whether there can be an intro, which a summary ends with. */
	readonly hasIntro?: boolean;
};

const LEVELS = ([1, 2, 3, 4, 5] as const).map((level) => ({
	value: level,
	label: `${"#".repeat(level)} and talks ${"#".repeat(level + 1)}`,
}));
const BULLETS = [
	{ value: "-", label: "- hyphens" },
	{ value: "*", label: "* stars" },
	{ value: "+", label: "+ pluses" },
	{ value: "1.", label: "1. numbers" },
] as const;
const TIMES = [
	{ value: "link", label: "Linked to the recording" },
	{ value: "text", label: "As text" },
	{ value: "none", label: "Left out" },
] as const;
const WITHOUT_NOTE = [
	{ value: "whole", label: "Same as other talks" },
	{ value: "list", label: "In a list below the others" },
	{ value: "none", label: "Left out" },
] as const;

/** All options of Markdown but the flavour. */
export function TalkOptionsFields({ value, onChange, isVault = false, hasIntro = true }: Props) {
	return (
		<>
			{!isVault && (
				<Choice
					label="Headings of sections"
					choices={LEVELS}
					value={value.headingLevel}
					onChange={(headingLevel) => onChange({ headingLevel })}
				/>
			)}
			{!isVault && (
				<Choice
					label="Talks without a note"
					choices={WITHOUT_NOTE}
					value={value.withoutNote}
					onChange={(withoutNote) => onChange({ withoutNote })}
				/>
			)}
			<LabelField value={value.takeawaysLabel} onChange={(takeawaysLabel) => onChange({ takeawaysLabel })} />
			<Choice label="Bullets" choices={BULLETS} value={value.bullet} onChange={(bullet) => onChange({ bullet })} />
			<Choice label="Timestamps" choices={TIMES} value={value.times} onChange={(times) => onChange({ times })} />
			<div className="col-span-full flex flex-wrap gap-x-6">
				<CheckboxField
					label="As a heading"
					isOn={value.isLabelHeading}
					onChange={(isLabelHeading) => onChange({ isLabelHeading })}
				/>
				{!isVault && (
					<CheckboxField
						label="Each talk’s link and speakers"
						isOn={value.introducesTalks}
						onChange={(introducesTalks) => onChange({ introducesTalks })}
					/>
				)}
				{!isVault && (
					<>
						<CheckboxField
							label="Links to recordings"
							isOn={value.recordings}
							onChange={(recordings) => onChange({ recordings })}
						/>
						<CheckboxField label="Links to slides" isOn={value.slides} onChange={(slides) => onChange({ slides })} />
					</>
				)}
				{!isVault && hasIntro && (
					<CheckboxField
						label="Summary break after the intro"
						isOn={value.summaryBreak}
						onChange={(summaryBreak) => onChange({ summaryBreak })}
					/>
				)}
			</div>
		</>
	);
}

type LabelFieldProps = { readonly value: string; readonly onChange: (value: string) => void };

const MAX_LABEL_LENGTH = 200;

/** What stands above takeaways. There is always something: an empty field goes back to what it was when it is left. */
function LabelField({ value, onChange }: LabelFieldProps) {
	const id = useId();
	// While it is typed in, the field holds what is no label (yet): nothing, or a space at its end.
	const [typed, setTyped] = useState<string | null>(null);
	return (
		<div>
			<label htmlFor={id} className={OPTION_LABEL}>
				Takeaways heading
			</label>
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
