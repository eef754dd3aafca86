"use client";

import { ArrowDown, ArrowUp, type IconNode, Plus, X } from "lucide";
import { type KeyboardEvent, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { Takeaway } from "@/lib/notes/types";
import { addTakeaway, type Draft, editTakeaway, moveTakeaway, newTakeawayId, removeTakeaway } from "./draft";

type Props = {
	takeaways: readonly Takeaway[];
	isReadOnly: boolean;
	onChange: (edit: (draft: Draft) => Draft) => void;
};

/** The key takeaways, one field each. Enter adds the next, Backspace in an empty one removes it, Alt+↑/↓ moves. */
export function TakeawayList({ takeaways, isReadOnly, onChange }: Props) {
	"use memo";
	const focusNext = useRef<string>(null);
	// A field stands there before the first takeaway does; what is written into it becomes that takeaway.
	const [firstId] = useState(newTakeawayId);
	const shown = takeaways.length > 0 ? takeaways : [{ id: firstId, text: "" }];

	/** Focus goes with the deed: to the field that it made or moved. */
	function focusAfter(id: string, edit: (draft: Draft) => Draft) {
		focusNext.current = id;
		onChange(edit);
	}

	function edit(id: string, text: string) {
		if (id === firstId && takeaways.length === 0) onChange((draft) => addTakeaway(draft, { id, text }));
		else onChange((draft) => editTakeaway(draft, id, text));
	}

	function add(after: string | undefined) {
		const id = newTakeawayId();
		focusAfter(id, (draft) => {
			const started = draft.takeaways.length > 0 ? draft : addTakeaway(draft, { id: firstId, text: "" });
			return addTakeaway(started, { id, text: "" }, after);
		});
	}

	function remove(id: string) {
		const index = shown.findIndex((each) => each.id === id);
		const neighbour = shown[index - 1] ?? shown[index + 1];
		focusAfter(neighbour?.id ?? firstId, (draft) => removeTakeaway(draft, id));
	}

	function move(id: string, places: number) {
		focusAfter(id, (draft) => moveTakeaway(draft, id, places));
	}

	function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>, { id, text }: Takeaway) {
		if (event.nativeEvent.isComposing || isReadOnly) return;
		const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
		const isAlt = event.altKey && !event.ctrlKey && !event.metaKey;
		if (event.key === "Enter" && isPlain) add(id);
		else if (event.key === "Backspace" && isPlain && text === "" && shown.length > 1) remove(id);
		else if (event.key === "ArrowUp" && isAlt) move(id, -1);
		else if (event.key === "ArrowDown" && isAlt) move(id, 1);
		else return;
		event.preventDefault();
	}

	return (
		<section aria-labelledby="takeaways">
			<h2 id="takeaways" className="mb-2 text-lg font-bold">
				Key takeaways
			</h2>
			<ol className="grid gap-1.5">
				{shown.map((takeaway, index) => (
					<li key={takeaway.id} className="group flex flex-wrap items-center justify-end gap-0.5 sm:flex-nowrap">
						{/* One line of text that may be wider than its place: it wraps there, and Enter ends it. */}
						<textarea
							className="field field-sizing-content resize-none py-2"
							rows={1}
							aria-label={`Takeaway ${index + 1}`}
							value={takeaway.text}
							readOnly={isReadOnly}
							ref={(field) => {
								if (field && focusNext.current === takeaway.id) {
									focusNext.current = null;
									field.focus();
								}
							}}
							onChange={(event) => edit(takeaway.id, event.target.value)}
							onKeyDown={(event) => onKeyDown(event, takeaway)}
						/>
						<span className="flex max-sm:hidden max-sm:group-focus-within:flex">
							<RowButton
								name={`Move takeaway ${index + 1} up`}
								icon={ArrowUp}
								isDisabled={index === 0}
								onPress={() => move(takeaway.id, -1)}
							/>
							<RowButton
								name={`Move takeaway ${index + 1} down`}
								icon={ArrowDown}
								isDisabled={index === shown.length - 1}
								onPress={() => move(takeaway.id, 1)}
							/>
							<RowButton
								name={`Remove takeaway ${index + 1}`}
								icon={X}
								isDisabled={shown.length === 1 && takeaway.text === ""}
								onPress={() => remove(takeaway.id)}
							/>
						</span>
					</li>
				))}
			</ol>
			<button className="link mt-2 min-h-11" type="button" disabled={isReadOnly} onClick={() => add(shown.at(-1)?.id)}>
				<Icon icon={Plus} /> Add a takeaway
			</button>
		</section>
	);
}

type RowButtonProps = { name: string; icon: IconNode; isDisabled: boolean; onPress: () => void };

function RowButton({ name, icon, isDisabled, onPress }: RowButtonProps) {
	return (
		<button
			className="button-quiet"
			type="button"
			aria-label={name}
			title={name}
			disabled={isDisabled}
			onClick={onPress}
		>
			<Icon icon={icon} />
		</button>
	);
}
