"use client";

import { Check, Download, EyeOff, Star, X } from "lucide";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { readJson } from "@/components/visitor/api-client";
import { formatCount } from "@/lib/text/format";
import { BAR_BUTTON, BAR_GROUP } from "./bar-styles";
import { TopicOfSelected } from "./topic-of-selected";
import { type Outcome, useOutcome } from "./use-outcome";
import "./selection.css";
import { Icon } from "@/components/ui/icon";
import { MARK_COLOURS } from "@/components/ui/mark-colours";
import { markOf, setMarks } from "@/components/visitor/visitor-store";
import { MARK_LABELS, MARK_STATUSES, type MarkStatus } from "@/lib/marks/status";
import { formatTalkCount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";
import { formatMarked } from "./use-outcome";

const LINE = "flex flex-wrap items-center gap-2 max-sm:gap-[0.3rem]";

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
		<section
			className="selection-bar sticky bottom-2 z-20 mt-4 grid gap-2 rounded-card border border-line-strong bg-surface p-3 shadow-[0_4px_20px_rgb(0_0_0/0.18)] max-sm:-mx-2 max-sm:bottom-0 max-sm:gap-[0.3rem] max-sm:p-2"
			aria-label="Selected talks"
		>
			<div className={`${LINE} pe-12`}>
				<p role="status" className="me-2 font-semibold">
					{selected.size === 0 ? "None selected" : `${formatCount(selected.size)} selected`}
				</p>
				<button className={BAR_BUTTON} type="button" onClick={() => onSelect([...selected, ...listVisibleIds()])}>
					{isWhole ? `All ${formatCount(visibleCount)}` : `All ${formatCount(visibleCount)} here`}
				</button>
				{!isWhole && (
					<button className={BAR_BUTTON} type="button" disabled={isLoading} onClick={selectAll}>
						All {formatCount(matchCount)} that match
					</button>
				)}
				<button className={BAR_BUTTON} type="button" disabled={selected.size === 0} onClick={() => onSelect([])}>
					None
				</button>
				<IconButton icon={X} className="absolute end-2 top-[0.6rem]" label="Stop selecting" onClick={onEnd} />
			</div>
			<fieldset className={LINE} disabled={selected.size === 0} aria-label="What to do with them">
				<MarkSelected talkIds={talkIds} onDone={showOutcome} />
				<TopicOfSelected talkIds={talkIds} onDone={showOutcome} />
				<ExportSelected talkIds={talkIds} />
			</fieldset>
			<div role="status" className={outcome ? LINE : undefined}>
				{outcome && (
					<>
						<p className="me-2 wrap-anywhere">{outcome.text}</p>
						{outcome.canUndo && (
							<button className={BAR_BUTTON} type="button" onClick={() => void undo()}>
								Undo
							</button>
						)}
					</>
				)}
			</div>
		</section>
	);
}

/** To where the notes on them are exported. A form, since an address cannot name hundreds by itself. */
function ExportSelected({ talkIds }: { talkIds: readonly number[] }) {
	return (
		<form method="post" action={paths.exportTalks()} className={BAR_GROUP}>
			<input type="hidden" name="talk" value={talkIds.join()} />
			<button className={BAR_BUTTON} type="submit">
				<Icon icon={Download} /> Export
			</button>
		</form>
	);
}

const ICONS = { MUST_SEE: Star, WATCHED: Check, MISSED: EyeOff };

type MarkSelectedProps = { talkIds: readonly number[]; onDone: (outcome: Outcome) => void };

/** One mark for all of them, or none. */
function MarkSelected({ talkIds, onDone }: MarkSelectedProps) {
	"use memo";
	function mark(status: MarkStatus | null) {
		// What is so already needs no entry in the log.
		const changed = talkIds.filter((talkId) => markOf(talkId) !== status);
		setMarks(changed.map((talkId) => ({ talkId, status })));
		onDone({ text: formatMarked(status, changed.length, talkIds.length), canUndo: changed.length > 0 });
	}
	return (
		<span className={BAR_GROUP}>
			{MARK_STATUSES.map((status) => (
				<button
					key={status}
					className={`${BAR_BUTTON} ${MARK_COLOURS[status]}`}
					type="button"
					onClick={() => mark(status)}
				>
					<Icon icon={ICONS[status]} /> {MARK_LABELS[status]}
				</button>
			))}
			<button
				className={BAR_BUTTON}
				type="button"
				aria-label={`Take the marks of ${formatTalkCount(talkIds.length)} away`}
				onClick={() => mark(null)}
			>
				No mark
			</button>
		</span>
	);
}
