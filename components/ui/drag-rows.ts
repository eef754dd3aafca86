import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import {
	draggable,
	dropTargetForElements,
	type ElementDropTargetEventBasePayload,
	monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { attachClosestEdge, extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";

type OnDrop = (row: HTMLElement, index: number, target: number) => void;

/**
 * Lets the rows of a list, its children, be dragged by their handles (`data-handle`). `onDrop` is told the row, its
 * index, and the index that it is put to, counted without it. While one is dragged it has `data-dragged`, and the row that it is over has
 * `data-edge`. Returns what ends it.
 */
export function dragRows(list: HTMLElement, onDrop: OnDrop): () => void {
	const rows = () => [...list.children].filter((child) => child instanceof HTMLElement);
	const rowOf = (handle: Element) => rows().find((row) => row.contains(handle));
	const stops = rows().flatMap((row) => {
		const handle = row.querySelector<HTMLElement>("[data-handle]");
		if (!handle) return [];
		const showEdge = ({ self, source }: ElementDropTargetEventBasePayload) => {
			row.dataset.edge = row.contains(source.element) ? "" : (extractClosestEdge(self.data) ?? "");
		};
		const hideEdge = () => {
			row.dataset.edge = "";
		};
		return [
			// Not the row: in some browsers no text can be selected with the mouse within what can be dragged.
			draggable({
				element: handle,
				onGenerateDragPreview: ({ nativeSetDragImage, location }) => {
					const { left, top } = row.getBoundingClientRect();
					const { clientX, clientY } = location.current.input;
					nativeSetDragImage?.(row, clientX - left, clientY - top);
				},
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
		];
	});
	const stopMonitor = monitorForElements({
		canMonitor: ({ source }) => list.contains(source.element),
		onDrop: ({ source, location }) => {
			const target = location.current.dropTargets[0];
			const dragged = rowOf(source.element);
			if (!target || !dragged || target.element === dragged) return;
			const index = rows()
				.filter((row) => row !== dragged)
				.indexOf(target.element as HTMLElement);
			if (index < 0) return;
			const isBelow = extractClosestEdge(target.data) === "bottom";
			onDrop(dragged, rows().indexOf(dragged), isBelow ? index + 1 : index);
		},
	});
	return combine(...stops, stopMonitor);
}
