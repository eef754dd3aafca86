"use client";

import { ListChecks } from "lucide";
import { lazy, type MouseEvent, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { findCheckboxes, findRange, talkIdOf } from "./checkboxes";

const SelectionBar = lazy(() => import("./selection-bar"));

type Props = {
	/** A list whose rows have a TalkCheck. */
	children: ReactNode;
	/** How many talks match, where the page shows only some of them. */
	matchCount?: number;
	/** Answers the ids of all that match; or `allIds` are they. */
	idsPath?: string;
	allIds?: readonly number[];
	/** Before the button, and after it. */
	before?: ReactNode;
	actions?: ReactNode;
};

/** A list of talks of which several can be chosen, to do something with all of them at once. */
export function Selection({ children, matchCount, idsPath, allIds, before, actions }: Props) {
	"use memo";
	const [isOn, setIsOn] = useState(false);
	const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
	const list = useRef<HTMLDivElement>(null);
	const latest = useRef<HTMLInputElement>(null);

	// Rows may be drawn anew at any time, and a talk may stand in two groups.
	useEffect(() => {
		for (const box of list.current ? findCheckboxes(list.current) : []) box.checked = selected.has(talkIdOf(box));
	});

	/** With Shift, everything between this box and the one before. */
	function onClick({ target, shiftKey }: MouseEvent) {
		if (!(target instanceof HTMLInputElement && target.closest(".talk-check") && list.current)) return;
		const boxes = findCheckboxes(list.current);
		const range = findRange(boxes, shiftKey ? latest.current : null, target);
		latest.current = target;
		const now = new Set(selected);
		for (const box of range) {
			if (target.checked) now.add(talkIdOf(box));
			else now.delete(talkIdOf(box));
		}
		setSelected(now);
	}

	function end() {
		setIsOn(false);
		setSelected(new Set());
	}

	return (
		<div>
			<div className="mb-4 flex flex-wrap gap-2">
				{before}
				<button className="button" type="button" aria-pressed={isOn} onClick={() => (isOn ? end() : setIsOn(true))}>
					<Icon icon={ListChecks} /> Select
				</button>
				{actions}
			</div>
			{/* biome-ignore lint/a11y/useKeyWithClickEvents: the boxes are pressed by keys as well, and that is a click */}
			{/* biome-ignore lint/a11y/noStaticElementInteractions: it listens for the boxes in it */}
			<div ref={list} className={isOn ? "selecting" : undefined} onClick={onClick}>
				{children}
			</div>
			{isOn && (
				<Suspense>
					<SelectionBar
						selected={selected}
						matchCount={matchCount}
						idsPath={idsPath}
						allIds={allIds}
						onSelect={(talkIds) => setSelected(new Set(talkIds))}
						listVisibleIds={() => (list.current ? findCheckboxes(list.current).map(talkIdOf) : [])}
						onEnd={end}
					/>
				</Suspense>
			)}
		</div>
	);
}
