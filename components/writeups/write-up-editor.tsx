"use client";

import { Plus } from "lucide";
import { useEffect, useRef, useState } from "react";
import { NoteStatus } from "@/components/notes/note-status";
import { onReconnect } from "@/components/notes/reconnect";
import { Icon } from "@/components/ui/icon";
import { readJson } from "@/components/visitor/api-client";
import type { Owner } from "@/components/visitor/owner";
import type { CompiledTalk } from "@/lib/writeups/compile/types";
import type { MarkdownOptions } from "@/lib/writeups/options";
import { AddMarked } from "./add-marked";
import { makeDraggable } from "./drag-items";
import { EditingProvider } from "./editing";
import { FrontMatterFields } from "./front-matter-fields";
import { newId } from "./new-id";
import { parseTalks } from "./parse-talks";
import { ResultPanel } from "./result-panel";
import { SectionEditor } from "./section-editor";
import { TextArea } from "./text-area";
import { useEditingState } from "./use-editing-state";
import { useWriteUp } from "./use-write-up";
import type { StoredWriteUp } from "./write-up-session";

type Props = {
	readonly id: string;
	readonly owner: Owner;
	readonly stored: StoredWriteUp;
	/** Those of the write-up, as the notes on them are now. */
	readonly talks: readonly CompiledTalk[];
	/** How it is written where it has no options of its own. */
	readonly remembered: MarkdownOptions;
};

/** Where a write-up is written, with what comes of it beside. */
export function WriteUpEditor({ id, owner, stored, talks: initial, remembered }: Props) {
	"use memo";
	const { draft, state, change } = useWriteUp(id, owner, stored);
	const { content } = draft;
	const [talks, setTalks] = useState<ReadonlyMap<number, CompiledTalk>>(() => byId(initial));
	const { editing, removed } = useEditingState(content, change);
	const [addKnown] = useState(
		() =>
			(...more: CompiledTalk[]) =>
				setTalks((known) => new Map([...known, ...byId(more)])),
	);
	const sections = useRef<HTMLDivElement>(null);
	/** What a narrow screen shows; a wide one shows both. */
	const [part, setPart] = useState<"write" | "result">("write");

	// Notes are written on other pages, and show here when somebody comes back.
	useEffect(
		() =>
			onReconnect(async () => {
				const response = await readJson(`/api/writeups/${id}/talks`);
				if (response?.status === 200) addKnown(...parseTalks(response));
			}),
		[id, addKnown],
	);

	const outline = content.sections.map((each) => [each.id, ...each.items.map((item) => item.id)].join()).join(";");
	// biome-ignore lint/correctness/useExhaustiveDependencies: what can be dragged is what stands there by now.
	useEffect(() => (sections.current ? makeDraggable(sections.current, editing) : undefined), [outline, editing]);

	return (
		<EditingProvider value={editing}>
			<fieldset className="tabs sticky top-14 z-20 mb-4 bg-paper lg:hidden" aria-label="What is shown">
				<button type="button" aria-pressed={part === "write"} onClick={() => setPart("write")}>
					Write
				</button>
				<button type="button" aria-pressed={part === "result"} onClick={() => setPart("result")}>
					Preview and download
				</button>
			</fieldset>
			<div className="grid items-start gap-6 lg:grid-cols-2">
				<div className={`grid min-w-0 gap-5 ${part === "result" ? "max-lg:hidden" : ""}`}>
					<NoteStatus state={state} onResolve={() => {}} />
					<FrontMatterFields content={content} />
					<TextArea
						label="Introduction"
						value={content.intro}
						placeholder="In Markdown"
						onChange={(intro) => editing.change((each) => ({ ...each, intro }))}
					/>
					<AddMarked id={id} addKnown={addKnown} />
					<div ref={sections} className="grid gap-5">
						{content.sections.map((section, index) => (
							<SectionEditor key={section.id} section={section} index={index} talks={talks} addKnown={addKnown} />
						))}
					</div>
					<button
						type="button"
						className="button justify-self-start"
						onClick={() => {
							const section = { id: newId(), heading: "", prose: "", items: [] };
							editing.focus(`section-heading-${section.id}`);
							editing.change((each) => ({ ...each, sections: [...each.sections, section] }));
						}}
					>
						<Icon icon={Plus} /> Add a section
					</button>
					<TextArea
						label="Ending"
						value={content.outro}
						placeholder="In Markdown"
						onChange={(outro) => editing.change((each) => ({ ...each, outro }))}
					/>
				</div>
				<aside
					className={`grid min-w-0 gap-4 lg:sticky lg:top-18 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto lg:pr-1 ${part === "write" ? "max-lg:hidden" : ""}`}
					aria-label="What comes of it"
				>
					<ResultPanel
						content={content}
						talks={talks}
						options={draft.options ?? remembered}
						onOptions={(options) => change((each) => ({ ...each, options }))}
					/>
				</aside>
				{removed && (
					<p className="toast" role="status">
						Removed {removed.name}.{" "}
						<button type="button" className="link" onClick={removed.undo}>
							Undo
						</button>
					</p>
				)}
			</div>
		</EditingProvider>
	);
}

function byId(talks: readonly CompiledTalk[]): Map<number, CompiledTalk> {
	return new Map(talks.map((talk) => [talk.id, talk]));
}
