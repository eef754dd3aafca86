"use client";

import { Plus } from "lucide";
import { useId, useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { CompiledTalk } from "@/lib/writeups/compile/types";
import { newItem } from "@/lib/writeups/start";
import { useEditing } from "./editing";
import { addItem } from "./edits";
import { newId } from "./new-id";
import { useTalkSearch } from "./use-talk-search";

type Props = {
	readonly sectionId: string;
	readonly name: string;
	readonly addKnown: (talk: CompiledTalk) => void;
};

/** Finds talks by their titles and speakers, and puts them at the end of a section. */
export function AddTalk({ sectionId, name, addKnown }: Props) {
	"use memo";
	const editing = useEditing();
	const id = useId();
	const [isOpen, setIsOpen] = useState(false);
	const [query, setQuery] = useState("");
	const { found, forget } = useTalkSearch(query);

	if (!isOpen) {
		return (
			<button
				type="button"
				className="button"
				aria-label={`Add a talk to ${name}`}
				onClick={() => {
					setIsOpen(true);
					editing.focus(`add-${sectionId}`);
					editing.change((content) => content);
				}}
			>
				<Icon icon={Plus} /> Add a talk
			</button>
		);
	}
	const add = (talk: CompiledTalk) => {
		addKnown(talk);
		const item = newItem(talk.id, newId());
		editing.focus(`item-${item.id}`);
		setIsOpen(false);
		setQuery("");
		forget();
		const index = editing.content().sections.find((each) => each.id === sectionId)?.items.length ?? 0;
		editing.change((content) => addItem(content, item, { sectionId, index }));
	};
	const results = query.trim() !== "" && found?.query === query ? found : null;
	return (
		<search className="grid w-full gap-2">
			<label htmlFor={id}>Add a talk to {name}</label>
			<div className="flex gap-2">
				<input
					id={id}
					// biome-ignore lint/a11y/noAutofocus: it stands where the button was that was pressed to get it.
					autoFocus
					data-focus={`add-${sectionId}`}
					className="field min-w-0 grow"
					type="search"
					value={query}
					placeholder="Title or speaker"
					autoComplete="off"
					onChange={({ target }) => setQuery(target.value)}
				/>
				<button type="button" className="button" onClick={() => setIsOpen(false)}>
					Cancel
				</button>
			</div>
			<p role="status" className="text-sm text-ink-soft">
				{results && !results.talks && "The server does not answer. Try again in a moment."}
				{results?.talks?.length === 0 && "No talks found."}
			</p>
			<ul>
				{results?.talks?.map((talk) => (
					<li key={talk.id}>
						<button
							type="button"
							className="grid min-h-11 w-full gap-0.5 rounded-md px-3 py-2 text-start wrap-anywhere hover:bg-sunken"
							onClick={() => add(talk)}
						>
							<span className="font-medium">{talk.title}</span>
							<span className="text-sm text-ink-soft">
								{[talk.speakers.join(", "), talk.conference.title].filter((each) => each !== "").join(" · ")}
							</span>
						</button>
					</li>
				))}
			</ul>
		</search>
	);
}
