import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import {
	draggable,
	dropTargetForElements,
	type ElementDropTargetEventBasePayload,
	monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { attachClosestEdge, extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";

/**
 * Lets the rows of a list (`data-talk`) be dragged by their handles (`data-handle`). `onDrop` is told the row's talk and
 * the index that it is put to, counted without it. Returns what ends it.
 */
export function dragRows(list: HTMLElement, onDrop: (talkId: number, target: number) => void): () => void {
	const rows = () => [...list.querySelectorAll<HTMLElement>("[data-talk]")];
	const stops = rows().map((row) => {
		const handle = row.querySelector<HTMLElement>("[data-handle]");
		const showEdge = ({ self, source }: ElementDropTargetEventBasePayload) => {
			row.dataset.edge = source.element === row ? "" : (extractClosestEdge(self.data) ?? "");
		};
		const hideEdge = () => {
			row.dataset.edge = "";
		};
		return combine(
			draggable({
				element: row,
				...(handle && { dragHandle: handle }),
				onDragStart: () => {
					row.dataset.dragged = "true";
				},
				onDrop: () => {
					delete row.dataset.dragged;
				},
			}),
			dropTargetForElements({
				element: row,
				canDrop: ({ source }) => list.contains(source.element),
				getData: ({ input, element }) => attachClosestEdge({}, { input, element, allowedEdges: ["top", "bottom"] }),
				onDrag: showEdge,
				onDragLeave: hideEdge,
				onDrop: hideEdge,
			}),
		);
	});
	const stopMonitor = monitorForElements({
		canMonitor: ({ source }) => list.contains(source.element),
		onDrop: ({ source, location }) => {
			const target = location.current.dropTargets[0];
			if (!target || target.element === source.element) return;
			const rest = rows().filter((row) => row !== source.element);
			const index = rest.indexOf(target.element as HTMLElement);
			if (index < 0) return;
			const isBelow = extractClosestEdge(target.data) === "bottom";
			onDrop(Number((source.element as HTMLElement).dataset.talk), isBelow ? index + 1 : index);
		},
	});
	return combine(...stops, stopMonitor);
}
