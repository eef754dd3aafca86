"use client";

import { FLAVOUR_LABELS, FLAVOURS, type MarkdownOptions } from "@/lib/writeups/options";
import { Choice } from "./fields";
import { OptionsFieldset } from "./options-fieldset";
import { TalkOptionsFields } from "./talk-options";

type Props = {
	readonly value: MarkdownOptions;
	/** With all options, of which one differs. */
	readonly onChange: (value: MarkdownOptions) => void;
};

const FLAVOUR_CHOICES = FLAVOURS.map((flavour) => ({ value: flavour, label: FLAVOUR_LABELS[flavour] }));

/** How Markdown is written: every option, as fields. */
export function MarkdownOptionsFields({ value, onChange }: Props) {
	return (
		<OptionsFieldset>
			<Choice
				label="Format"
				choices={FLAVOUR_CHOICES}
				value={value.flavour}
				onChange={(flavour) => onChange({ ...value, flavour })}
			/>
			<TalkOptionsFields value={value} onChange={(changed) => onChange({ ...value, ...changed })} />
		</OptionsFieldset>
	);
}
