"use client";

import { X } from "lucide";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { readJson } from "@/components/visitor/sending";
import { formatCount } from "@/lib/talks/format";
import { ExportSelected } from "./export-selected";
import { MarkSelected } from "./mark-selected";
import { TopicOfSelected } from "./topic-of-selected";
import { useOutcome } from "./use-outcome";
import "./selection.css";

type Props = {
	selected: ReadonlySet<number>;
	matchCount: number | undefined;
	idsPath: string | undefined;
	allIds: readonly number[] | undefined;
	onSelect: (talkIds: Iterable<number>) => void;
	/** Ids of the talks that the page shows. */
	listVisibleIds: () => readonly number[];
	onEnd: () => void;
};

/** How many talks are selected, and what can be done with all of them. */
export default function SelectionBar({
	selected,
	matchCount,
	idsPath,
	allIds,
	onSelect,
	listVisibleIds,
	onEnd,
}: Props) {
	"use memo";
	const { outcome, say: showOutcome, undo } = useOutcome();
	const [isLoading, setIsLoading] = useState(false);
	const talkIds = [...selected];
	const visibleCount = new Set(listVisibleIds()).size;
	const isWhole = matchCount === undefined || matchCount <= visibleCount;

	async function selectAll() {
		if (allIds) onSelect(allIds);
		if (allIds || !idsPath) return;
		setIsLoading(true);
		const response = await readJson(idsPath);
		setIsLoading(false);
		const found = (response?.body as { talkIds?: number[] } | null)?.talkIds;
		if (response?.status === 200 && found) onSelect(found);
		else showOutcome({ text: "The server does not answer. Nothing was selected." });
	}

	return (
		<section className="selection-bar" aria-label="Selected talks">
			<div className="selection-line">
				<p role="status" className="font-semibold">
					{selected.size === 0 ? "None selected" : `${formatCount(selected.size)} selected`}
				</p>
				<button className="button" type="button" onClick={() => onSelect([...selected, ...listVisibleIds()])}>
					{isWhole ? `All ${formatCount(visibleCount)}` : `All ${formatCount(visibleCount)} here`}
				</button>
				{!isWhole && (
					<button className="button" type="button" disabled={isLoading} onClick={selectAll}>
						All {formatCount(matchCount)} that match
					</button>
				)}
				<button className="button" type="button" disabled={selected.size === 0} onClick={() => onSelect([])}>
					None
				</button>
				<IconButton icon={X} className="selection-end" label="Stop selecting" onClick={onEnd} />
			</div>
			<fieldset className="selection-line" disabled={selected.size === 0} aria-label="What to do with them">
				<MarkSelected talkIds={talkIds} onDone={showOutcome} />
				<TopicOfSelected talkIds={talkIds} onDone={showOutcome} />
				<ExportSelected talkIds={talkIds} />
			</fieldset>
			<div role="status" className={outcome ? "selection-line" : undefined}>
				{outcome && (
					<>
						<p className="wrap-anywhere">{outcome.text}</p>
						{outcome.canUndo && (
							<button className="button" type="button" onClick={() => void undo()}>
								Undo
							</button>
						)}
					</>
				)}
			</div>
		</section>
	);
}
