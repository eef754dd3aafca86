"use client";

import type { ReactNode } from "react";
import { FLAVOUR_LABELS, FLAVOURS, type MarkdownOptions } from "@/lib/writeups/options";
import { Choice, Tick } from "./fields";
import { LabelField } from "./label-field";
import "./markdown-options.css";

type Props = {
	readonly value: MarkdownOptions;
	/** With all options, of which one differs. */
	readonly onChange: (value: MarkdownOptions) => void;
	/** Whether the flavour is among the fields; not where it is chosen elsewhere. */
	readonly hasFlavour?: boolean;
	/** Further fields, above these. */
	readonly children?: ReactNode;
};

const FLAVOUR_CHOICES = FLAVOURS.map((flavour) => ({ value: flavour, label: FLAVOUR_LABELS[flavour] }));
const LEVELS = ([1, 2, 3, 4, 5] as const).map((level) => ({
	value: level,
	label: `${"#".repeat(level)}, talks ${"#".repeat(level + 1)}`,
}));
const BULLETS = [
	{ value: "-", label: "- a hyphen" },
	{ value: "*", label: "* a star" },
	{ value: "+", label: "+ a plus" },
	{ value: "1.", label: "1. numbers" },
] as const;
const TIMES = [
	{ value: "link", label: "Linked to the recording" },
	{ value: "text", label: "As text" },
	{ value: "none", label: "Left out" },
] as const;
const WITHOUT_NOTE = [
	{ value: "whole", label: "Like all others" },
	{ value: "list", label: "In a list below the others" },
	{ value: "none", label: "Left out" },
] as const;

/** How Markdown is written: every option, as fields. */
export function MarkdownOptionsFields({ value, onChange, hasFlavour = true, children }: Props) {
	const set = (changed: Partial<MarkdownOptions>) => onChange({ ...value, ...changed });
	return (
		<fieldset className="markdown-options">
			<legend>How it is written</legend>
			{children}
			{hasFlavour && (
				<Choice
					label="Flavour"
					choices={FLAVOUR_CHOICES}
					value={value.flavour}
					onChange={(flavour) => set({ flavour })}
				/>
			)}
			<Choice
				label="Headings of sections"
				choices={LEVELS}
				value={value.headingLevel}
				onChange={(headingLevel) => set({ headingLevel })}
			/>
			<LabelField value={value.takeawaysLabel} onChange={(takeawaysLabel) => set({ takeawaysLabel })} />
			<Choice label="Bullets" choices={BULLETS} value={value.bullet} onChange={(bullet) => set({ bullet })} />
			<Choice label="Moments of takeaways" choices={TIMES} value={value.times} onChange={(times) => set({ times })} />
			<Choice
				label="Talks without a note"
				choices={WITHOUT_NOTE}
				value={value.withoutNote}
				onChange={(withoutNote) => set({ withoutNote })}
			/>
			<div className="markdown-options-ticks">
				<Tick
					label="The label is a heading"
					isOn={value.isLabelHeading}
					onChange={(isLabelHeading) => set({ isLabelHeading })}
				/>
				<Tick
					label="Each talk’s link and speakers"
					isOn={value.introducesTalks}
					onChange={(introducesTalks) => set({ introducesTalks })}
				/>
				<Tick label="Links to recordings" isOn={value.recordings} onChange={(recordings) => set({ recordings })} />
				<Tick label="Links to slides" isOn={value.slides} onChange={(slides) => set({ slides })} />
				<Tick
					label="Summary break after the intro"
					isOn={value.summaryBreak}
					onChange={(summaryBreak) => set({ summaryBreak })}
				/>
			</div>
		</fieldset>
	);
}
