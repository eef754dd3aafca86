"use client";

import { ArrowDown, ArrowUp, GripVertical, Heading, Trash2 } from "lucide";
import { type KeyboardEvent, memo } from "react";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import type { CompiledTalk } from "@/lib/writeups/compile/types";
import { newItem } from "@/lib/writeups/start";
import type { WriteUpSection } from "@/lib/writeups/types";
import { AddTalk } from "./add-talk";
import { DROP_EDGE } from "./drop-edge";
import { useEditing } from "./editing";
import { addItem, changeSection } from "./edits";
import { ItemEditor } from "./item-editor";
import { newId } from "./new-id";
import { LineField, TextArea } from "./text-area";

type Props = {
	readonly section: WriteUpSection;
	readonly index: number;
	readonly talks: ReadonlyMap<number, CompiledTalk>;
	readonly addKnown: (talk: CompiledTalk) => void;
};

export const SectionEditor = memo(function SectionEditor({ section, index, talks, addKnown }: Props) {
	"use memo";
	const editing = useEditing();
	const { id } = section;
	const name = section.heading || `section ${index + 1}`;
	const set = (changes: Partial<WriteUpSection>) => editing.change((content) => changeSection(content, id, changes));
	const step = (by: -1 | 1) => {
		const to = index + by;
		if (to >= 0 && to < editing.content().sections.length) editing.moveSection(id, to);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
		if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
		event.preventDefault();
		step(event.key === "ArrowUp" ? -1 : 1);
	};
	return (
		<section
			className={`card grid gap-4 p-4 max-sm:p-3 ${DROP_EDGE}`}
			data-section={id}
			aria-label={name}
			onKeyDown={onKeyDown}
		>
			<div className="flex items-center gap-1 max-sm:flex-wrap">
				<IconButton
					icon={GripVertical}
					className="cursor-grab max-sm:me-auto"
					data-section-handle
					data-focus={`section-${id}`}
					label={`Move ${name}: Alt and an arrow key, or drag`}
					tip="Drag, or Alt and an arrow key"
				/>
				<div className="min-w-0 grow max-sm:order-1 max-sm:basis-full">
					<LineField
						label={`Heading of section ${index + 1}`}
						hidesLabel
						value={section.heading}
						placeholder="Heading of the section"
						className="text-lg font-bold"
						focusName={`section-heading-${id}`}
						onChange={(heading) => set({ heading })}
					/>
				</div>
				<IconButton icon={ArrowUp} label={`Move ${name} up`} tip="Up" onClick={() => step(-1)} />
				<IconButton icon={ArrowDown} label={`Move ${name} down`} tip="Down" onClick={() => step(1)} />
				<IconButton
					icon={Trash2}
					label={`Remove ${name}`}
					tip="Remove"
					onClick={() => editing.removeSection(id, name)}
				/>
			</div>
			<TextArea
				label={`Prose of ${name}`}
				hidesLabel
				value={section.prose}
				placeholder="What this section is about, in Markdown"
				onChange={(prose) => set({ prose })}
			/>
			<ol className="grid gap-4">
				{section.items.map((item) => (
					<ItemEditor key={item.id} item={item} talk={item.talkId === null ? undefined : talks.get(item.talkId)} />
				))}
			</ol>
			<div className="flex flex-wrap gap-3">
				<AddTalk sectionId={id} name={name} addKnown={addKnown} />
				<button
					type="button"
					className="button"
					onClick={() => {
						const item = { ...newItem(null, newId()), heading: "", text: "" };
						editing.focus(`heading-${item.id}`);
						editing.change((content) => addItem(content, item, { sectionId: id, index: section.items.length }));
					}}
				>
					<Icon icon={Heading} /> Add a heading with prose
				</button>
			</div>
		</section>
	);
});
