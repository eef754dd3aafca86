"use client";

import { isBlankTakeaway } from "@/lib/notes/content";
import { formatClock } from "@/lib/recordings/clock";
import type { CompiledTalk } from "@/lib/writeups/compile/types";
import type { WriteUpItem } from "@/lib/writeups/types";

type ItemTakeawaysProps = {
	readonly item: WriteUpItem;
	readonly talk: CompiledTalk | undefined;
	readonly set: (changes: Partial<WriteUpItem>) => void;
};

/** Which of a talk's takeaways are shown. */
export function ItemTakeaways({ item, talk, set }: ItemTakeawaysProps) {
	"use memo";
	const ownTakeaways = item.takeaways;
	const takeaways = (ownTakeaways ?? talk?.note?.takeaways ?? []).filter((each) => !isBlankTakeaway(each));
	const canUseNote = ownTakeaways !== null && talk !== undefined && (talk.note?.takeaways.length ?? 0) > 0;
	if (takeaways.length === 0 && !canUseNote) return null;
	return (
		<fieldset className="writeup-takeaways">
			<legend className="text-sm font-medium">Key takeaways{ownTakeaways ? ", for this write-up alone" : ""}</legend>
			{takeaways.map(({ id, text, time }) => (
				<label key={id}>
					<input
						type="checkbox"
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
