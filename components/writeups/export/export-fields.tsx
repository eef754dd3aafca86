"use client";

import { type ExportSettings, FLAVOUR_LABELS, FLAVOURS, type Flavour } from "@/lib/writeups/options";
import { Choice } from "./fields";
import { OptionsFieldset } from "./options-fieldset";
import { TalkOptionsFields } from "./talk-options";

type Props = {
	readonly value: ExportSettings;
	readonly onChange: (value: ExportSettings) => void;
	/** A write-up, which has sections and an order of its own. */
	readonly isWriteUp: boolean;
};

const VAULT = "obsidian";
const FLAVOUR_CHOICES: { value: Flavour | typeof VAULT; label: string }[] = [
	...FLAVOURS.map((flavour) => ({ value: flavour, label: FLAVOUR_LABELS[flavour] })),
	{ value: VAULT, label: "Obsidian vault" },
];
const GROUP_CHOICES = [
	{ value: "track", label: "Track" },
	{ value: "topic", label: "Topic" },
	{ value: "day", label: "Day" },
	{ value: "none", label: "Nothing" },
] as const;
const ORDER_CHOICES = [
	{ value: "schedule", label: "As in the schedule" },
	{ value: "own", label: "As on my watchlist" },
	{ value: "marked", label: "As I marked them" },
] as const;

/** Everything that can be chosen of an export. */
export function ExportFields({ value, onChange, isWriteUp }: Props) {
	const set = (changed: Partial<ExportSettings>) => onChange({ ...value, ...changed });
	return (
		<OptionsFieldset>
			<Choice
				label="Format"
				choices={FLAVOUR_CHOICES}
				value={value.isVault ? VAULT : value.flavour}
				onChange={(chosen) => set(chosen === VAULT ? { isVault: true } : { isVault: false, flavour: chosen })}
			/>
			{!value.isVault && !isWriteUp && (
				<>
					<Choice
						label="Sections by"
						choices={GROUP_CHOICES}
						value={value.group}
						onChange={(group) => set({ group })}
					/>
					<Choice label="Order" choices={ORDER_CHOICES} value={value.order} onChange={(order) => set({ order })} />
				</>
			)}
			<TalkOptionsFields value={value} onChange={set} isVault={value.isVault} hasIntro={isWriteUp} />
		</OptionsFieldset>
	);
}
