"use client";

import { useId, useState } from "react";
import { useEditing } from "./editing";
import { addItem, findItem } from "./edits";
import { newId } from "./new-id";

type Props = { readonly itemId: string; readonly name: string; readonly canCopy: boolean };

type Choice = { readonly id: string; readonly name: string };

/** Puts a talk into another section, or into one more. The sections are looked up when somebody wants to. */
export function MoveTo({ itemId, name, canCopy }: Props) {
	"use memo";
	const editing = useEditing();
	const id = useId();
	const [choices, setChoices] = useState<readonly Choice[] | null>(null);
	const [chosen, setChosen] = useState("");
	if (!choices) {
		const open = () => {
			const { sections } = editing.content();
			const names = sections.map((each, index) => ({ id: each.id, name: each.heading || `Section ${index + 1}` }));
			setChoices(names);
			setChosen(names[0]?.id ?? "");
			editing.focus(`move-${itemId}`);
		};
		return (
			<button
				type="button"
				className="link min-h-9 max-sm:min-h-11"
				aria-label={`Put ${name} into another section`}
				onClick={open}
			>
				Move to…
			</button>
		);
	}
	const targetPosition = () => {
		const section = editing.content().sections.find((each) => each.id === chosen);
		return section && { sectionId: section.id, index: section.items.length };
	};
	return (
		<span className="flex w-full flex-wrap gap-2">
			<label htmlFor={id} className="sr-only">
				Section for {name}
			</label>
			<select
				id={id}
				data-focus={`move-${itemId}`}
				className="field"
				value={chosen}
				onChange={({ target }) => setChosen(target.value)}
			>
				{choices.map((choice) => (
					<option key={choice.id} value={choice.id}>
						{choice.name}
					</option>
				))}
			</select>
			<button
				type="button"
				className="button"
				onClick={() => {
					const to = targetPosition();
					setChoices(null);
					if (!to) return;
					const isThere = editing
						.content()
						.sections.some((each) => each.id === to.sectionId && each.items.some((item) => item.id === itemId));
					editing.moveItem(itemId, isThere ? { ...to, index: to.index - 1 } : to);
				}}
			>
				Move
			</button>
			{canCopy && (
				<button
					type="button"
					className="button"
					onClick={() => {
						const to = targetPosition();
						const item = findItem(editing.content(), itemId);
						setChoices(null);
						if (!to || !item) return;
						const copy = { ...item, id: newId() };
						editing.focus(`item-${copy.id}`);
						editing.change((content) => addItem(content, copy, to));
					}}
				>
					Put there too
				</button>
			)}
			<button type="button" className="button" onClick={() => setChoices(null)}>
				Cancel
			</button>
		</span>
	);
}
