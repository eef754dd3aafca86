"use client";

import { ArrowDown, ArrowUp, GripVertical, Trash2 } from "lucide";
import { type KeyboardEvent, memo } from "react";
import { IconButton } from "@/components/ui/icon-button";
import * as paths from "@/lib/talks/paths";
import type { CompiledTalk } from "@/lib/writeups/compile/types";
import type { WriteUpItem } from "@/lib/writeups/types";
import { useEditing } from "./editing";
import { changeItem, stepOf } from "./edits";
import { ItemTakeaways } from "./item-takeaways";
import { ItemText } from "./item-text";
import { LineField } from "./line-field";
import { MoveTo } from "./move-to";

type Props = { readonly item: WriteUpItem; readonly talk: CompiledTalk | undefined };

/** A talk in its section, or a heading with prose: its heading, its text, its takeaways, and where it stands. */
export const ItemEditor = memo(function ItemEditor({ item, talk }: Props) {
	"use memo";
	const editing = useEditing();
	const { id } = item;
	const name = talk?.title ?? item.missingTalk?.title ?? (item.heading || "this part");
	const set = (changes: Partial<WriteUpItem>) => editing.change((content) => changeItem(content, id, changes));
	const step = (by: -1 | 1) => {
		const position = stepOf(editing.content(), id, by);
		if (position) editing.moveItem(id, position);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
		if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
		event.preventDefault();
		event.stopPropagation();
		step(event.key === "ArrowUp" ? -1 : 1);
	};
	return (
		<li className="writeup-item" data-item={id} onKeyDown={onKeyDown}>
			<div className="writeup-item-head">
				<IconButton
					icon={GripVertical}
					className="cursor-grab"
					data-handle
					data-focus={`item-${id}`}
					label={`Move ${name}: Alt and an arrow key, or drag`}
					tip="Drag, or Alt and an arrow key"
				/>
				<div className="min-w-0 grow">
					<LineField
						label={`Heading of ${name}`}
						hidesLabel
						value={item.heading ?? talk?.title ?? item.missingTalk?.title ?? ""}
						placeholder={talk ? "No heading" : "Heading"}
						className="font-semibold"
						focusName={`heading-${id}`}
						onChange={(heading) => set({ heading: heading === talk?.title ? null : heading })}
					/>
				</div>
				<IconButton icon={ArrowUp} label={`Move ${name} up`} tip="Up" onClick={() => step(-1)} />
				<IconButton icon={ArrowDown} label={`Move ${name} down`} tip="Down" onClick={() => step(1)} />
				<IconButton icon={Trash2} label={`Remove ${name}`} tip="Remove" onClick={() => editing.removeItem(id, name)} />
			</div>
			<p className="writeup-item-about">
				{talk && (
					<>
						<a className="link" href={paths.talk(talk.conference.slug, talk.slug)}>
							{talk.title}
						</a>
						<span>{[talk.conference.title, talk.track?.name].filter(Boolean).join(" · ")}</span>
					</>
				)}
				{item.missingTalk && (
					<span>
						{item.missingTalk.title} is not here yet: it joins when the schedule of {item.missingTalk.conference} is
						imported.
					</span>
				)}
				<MoveTo itemId={id} name={name} canCopy={talk !== undefined} />
			</p>
			<ItemText item={item} talk={talk} name={name} set={set} />
			<ItemTakeaways item={item} talk={talk} set={set} />
		</li>
	);
});
