"use client";

import { ArrowDown, ArrowUp, ArrowUpToLine, GripVertical } from "lucide";
import { useRouter } from "next/navigation";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { type Move, moveTo, sendMove } from "./own-order-moves";
import type { RowData } from "./row-data";
import { WatchlistRow } from "./watchlist-row";
import "@/components/ui/drag-rows.css";

type Props = {
	/** In the visitor's order. */
	rows: readonly RowData[];
	/** Of the list's first row in the whole list, from 1, and how long that is. */
	first: number;
	total: number;
	/** The talk that follows on the next page; null where there is none. */
	next: number | null;
};

const STEPS = [
	{ name: "Move to the top", icon: ArrowUpToLine, target: () => 0 },
	{ name: "Move up", icon: ArrowUp, target: (index: number) => index - 1 },
	{ name: "Move down", icon: ArrowDown, target: (index: number) => index + 1 },
] as const;

/** The visitor's own order: a talk is dragged, or moved by its buttons, and kept where it is put. */
export function OwnOrder({ rows, first, total, next }: Props) {
	const router = useRouter();
	const list = useRef<HTMLOListElement>(null);
	const focus = useRef<{ id: number; name: string } | null>(null);
	const [sourceRows, setSourceRows] = useState(rows);
	const [order, setOrder] = useState(() => rows.map(({ id }) => id));
	const [pendingCount, setPendingCount] = useState(0);
	const [announcement, setAnnouncement] = useState("");
	const [problem, setProblem] = useState("");
	// The list was made once more: its order is the server's, unless moves are still on their way there.
	if (rows !== sourceRows && pendingCount === 0) {
		setSourceRows(rows);
		setOrder(rows.map(({ id }) => id));
	}
	const rowOf = new Map(rows.map((row) => [row.id, row]));
	const orderedRows = order.flatMap((id) => rowOf.get(id) ?? []);
	const ids = orderedRows.map(({ id }) => id);
	const titleOf = (id: number) => rowOf.get(id)?.title ?? "";

	/** Puts a talk to an index of the list as it is without it. */
	async function move(id: number, target: number) {
		const moved = moveTo(ids, id, target);
		if (moved.every((each, index) => each === ids[index])) return;
		const before = moved[moved.indexOf(id) + 1] ?? next;
		setOrder(moved);
		setProblem("");
		setAnnouncement(`${titleOf(id)}: now ${first + moved.indexOf(id)} of ${total}.`);
		setPendingCount((count) => count + 1);
		const errorMessage = await sendMove({ talkId: id, before } satisfies Move);
		setPendingCount((count) => count - 1);
		if (errorMessage) {
			setOrder((now) => moveTo(now, id, ids.indexOf(id)));
			setProblem(`${titleOf(id)} was put back: ${errorMessage}`);
		}
		router.refresh();
	}

	// A button that moves in the page loses the focus.
	useLayoutEffect(() => {
		const wanted = focus.current;
		focus.current = null;
		if (!wanted || order.length === 0) return;
		const row = list.current?.querySelector(`[data-talk="${wanted.id}"]`);
		const buttons = [...(row?.querySelectorAll<HTMLButtonElement>("[data-step]") ?? [])];
		const same = buttons.find((button) => button.dataset.step === wanted.name && !button.disabled);
		(same ?? buttons.find((button) => !button.disabled))?.focus();
	}, [order]);

	const latestMove = useRef(move);
	useEffect(() => {
		latestMove.current = move;
	});
	// The same talks in another order are the same elements.
	const members = ids.toSorted((a, b) => a - b).join(" ");
	useEffect(() => {
		let stop: (() => void) | undefined;
		let isGone = false;
		// Nobody drags where the order is not one's own.
		void import("@/components/ui/drag-rows").then(({ dragRows }) => {
			const element = list.current;
			if (!isGone && element && members !== "")
				stop = dragRows(element, (row, _index, target) => void latestMove.current(Number(row.dataset.talk), target));
		});
		return () => {
			isGone = true;
			stop?.();
		};
	}, [members]);

	return (
		<>
			<p className="mb-2 text-sm text-ink-soft">Drag a talk by its handle, or move it with its arrows.</p>
			<p role="status" className="sr-only">
				{announcement}
			</p>
			{problem && (
				<p role="alert" className="mb-2 text-problem">
					{problem}
				</p>
			)}
			<ol ref={list} className="border-t border-line" aria-label="Own order">
				{orderedRows.map((row, index) => (
					<li key={row.id} data-talk={row.id} className="talk drag-row sm:grid-cols-[auto_1fr_auto_auto]">
						<div className="flex items-center gap-1">
							<span
								className="inline-flex size-9 cursor-grab items-center justify-center rounded-md text-ink-soft hover:bg-sunken"
								data-handle
								title="Drag"
							>
								<Icon icon={GripVertical} />
							</span>
							<span className="text-sm text-ink-soft" aria-hidden="true">
								{first + index}
							</span>
						</div>
						<WatchlistRow row={row} />
						<div className="flex items-center gap-1">
							{STEPS.map(({ name, icon, target }) => (
								<IconButton
									icon={icon}
									key={name}
									data-step={name}
									label={`${name}: ${row.title}`}
									tip={name}
									disabled={name === "Move down" ? index === ids.length - 1 : index === 0}
									onClick={() => {
										focus.current = { id: row.id, name };
										void move(row.id, target(index));
									}}
								/>
							))}
						</div>
					</li>
				))}
			</ol>
		</>
	);
}
