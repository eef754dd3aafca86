"use client";

import { confirm } from "@/components/ui/ask";
import * as paths from "@/lib/talks/paths";
import type { CompiledTalk } from "@/lib/writeups/compile/types";
import type { WriteUpItem } from "@/lib/writeups/types";
import { TextArea } from "./text-area";

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
export function ItemText({ item, talk, name, set }: ItemTextProps) {
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
		<div className="writeup-note">
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
