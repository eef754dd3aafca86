"use client";

import { ArrowDown, ArrowUp, GripVertical, Trash2 } from "lucide";
import { type KeyboardEvent, memo } from "react";
import { confirm } from "@/components/ui/confirm";
import { IconButton } from "@/components/ui/icon-button";
import { isBlankTakeaway } from "@/lib/notes/content";
import { formatClock } from "@/lib/time/clock";
import * as paths from "@/lib/urls/paths";
import type { CompiledTalk } from "@/lib/writeups/compile/types";
import type { WriteUpItem } from "@/lib/writeups/types";
import { DROP_EDGE } from "./drop-edge";
import { useEditing } from "./editing";
import { changeItem, stepOf } from "./edits";
import { MoveTo } from "./move-to";
import { LineField, TextArea } from "./text-area";

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
		<li className={`grid gap-3 rounded-lg border border-line p-3 ${DROP_EDGE}`} data-item={id} onKeyDown={onKeyDown}>
			<div className="flex items-center gap-1 max-sm:flex-wrap">
				<IconButton
					icon={GripVertical}
					className="cursor-grab max-sm:me-auto"
					data-handle
					data-focus={`item-${id}`}
					label={`Move ${name}: Alt and an arrow key, or drag`}
					tip="Drag, or Alt and an arrow key"
				/>
				<div className="min-w-0 grow max-sm:order-1 max-sm:basis-full">
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
			<p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm wrap-anywhere text-ink-soft">
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

type ItemTakeawaysProps = {
	readonly item: WriteUpItem;
	readonly talk: CompiledTalk | undefined;
	readonly set: (changes: Partial<WriteUpItem>) => void;
};

/** Which of a talk's takeaways are shown. */
function ItemTakeaways({ item, talk, set }: ItemTakeawaysProps) {
	"use memo";
	const ownTakeaways = item.takeaways;
	const takeaways = (ownTakeaways ?? talk?.note?.takeaways ?? []).filter((each) => !isBlankTakeaway(each));
	const canUseNote = ownTakeaways !== null && talk !== undefined && (talk.note?.takeaways.length ?? 0) > 0;
	if (takeaways.length === 0 && !canUseNote) return null;
	return (
		<fieldset className="grid gap-1">
			<legend className="text-sm font-medium">Key takeaways{ownTakeaways ? ", for this write-up alone" : ""}</legend>
			{takeaways.map(({ id, text, time }) => (
				<label key={id} className="flex items-start gap-2 py-1 wrap-anywhere max-sm:min-h-11 max-sm:py-2">
					<input
						type="checkbox"
						className="mt-1 size-4 shrink-0"
						checked={ownTakeaways !== null || !item.leftOut.includes(id)}
						onChange={({ target }) => {
							if (ownTakeaways) set({ takeaways: ownTakeaways.filter((each) => each.id !== id) });
							else if (target.checked) set({ leftOut: item.leftOut.filter((each) => each !== id) });
							else set({ leftOut: [...item.leftOut, id] });
						}}
					/>
					<span>
						{time !== undefined && <span className="text-ink-soft tabular-nums">{formatClock(time)} </span>}
						{text}
					</span>
				</label>
			))}
			{canUseNote && (
				<button type="button" className="button mt-2 justify-self-start" onClick={() => set({ takeaways: null })}>
					Use my note’s takeaways instead
				</button>
			)}
		</fieldset>
	);
}

type ItemTextProps = {
	readonly item: WriteUpItem;
	readonly talk: CompiledTalk | undefined;
	readonly name: string;
	readonly set: (changes: Partial<WriteUpItem>) => void;
};

const CONFIRM_DROP = {
	title: "Use your note instead?",
	about: "What is written here, for this write-up alone, is dropped.",
	yes: "Drop it and use my note",
	no: "Keep what is here",
};

/** What is said of a talk: what its note says, or something that is written for this write-up alone. */
function ItemText({ item, talk, name, set }: ItemTextProps) {
	"use memo";
	if (!talk || item.text !== null) {
		return (
			<div>
				<TextArea
					label={talk ? `Text on ${name}, for this write-up alone` : `Text of ${name}`}
					hidesLabel={!talk}
					value={item.text ?? ""}
					focusName={`text-${item.id}`}
					onChange={(text) => set({ text })}
				/>
				{talk && (
					<button
						type="button"
						className="button mt-2"
						onClick={async () => {
							const isSafe = (item.text ?? "").trim() === "" || item.text === talk.note?.text;
							if (isSafe || (await confirm(CONFIRM_DROP))) set({ text: null });
						}}
					>
						Use my note instead
					</button>
				)}
			</div>
		);
	}
	const text = talk.note?.text.trim() ?? "";
	return (
		<div className="border-l-2 border-line pl-3 wrap-anywhere">
			<p className={text ? "line-clamp-4 whitespace-pre-line" : "text-ink-soft"}>
				{text || "Nothing written on this talk yet."}
			</p>
			<p className="mt-2 flex flex-wrap gap-3">
				<a className="button" href={`${paths.talk(talk.conference.slug, talk.slug)}#notes`}>
					{text ? "Edit my note" : "Write a note"}
				</a>
				<button type="button" className="button" onClick={() => set({ text: talk.note?.text ?? "" })}>
					Write something else here
				</button>
			</p>
		</div>
	);
}
