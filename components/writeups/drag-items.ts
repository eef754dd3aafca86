import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import {
	draggable,
	dropTargetForElements,
	monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { attachClosestEdge, extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import type { ItemPosition } from "./edits";

type OnMove = {
	readonly moveItem: (id: string, position: ItemPosition) => void;
	/** The index is counted without the section itself. */
	readonly moveSection: (id: string, index: number) => void;
};

/**
 * Lets the talks of an editor (`data-item`) be dragged by their handles, between sections too, and the sections
 * (`data-section`) by theirs. What is dragged has `data-dragged` meanwhile, what it is over has `data-edge`. Returns what
 * ends it.
 */
export function makeDraggable(root: HTMLElement, { moveItem, moveSection }: OnMove): () => void {
	const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
	const stops = [
		...all("[data-item]").map((element) => rowOf(element, "item", element.querySelector("[data-handle]"))),
		...all("[data-section]").map((element) =>
			rowOf(element, "section", element.querySelector("[data-section-handle]")),
		),
	];
	const stop = monitorForElements({
		canMonitor: ({ source }) => root.contains(source.element),
		onDrop: ({ source, location }) => {
			const target = location.current.dropTargets[0];
			if (!target) return;
			const over = target.element as HTMLElement;
			const isBelow = extractClosestEdge(target.data) === "bottom" ? 1 : 0;
			const { kind, id } = source.data as { kind: string; id: string };
			if (over.dataset.item === id || over.dataset.section === id) return;
			if (kind === "section") {
				const others = all("[data-section]").filter((each) => each.dataset.section !== id);
				const index = others.indexOf(over);
				if (index >= 0) moveSection(id, index + isBelow);
				return;
			}
			const section = over.closest<HTMLElement>("[data-section]");
			if (!section?.dataset.section) return;
			const others = [...section.querySelectorAll<HTMLElement>("[data-item]")].filter(
				(each) => each.dataset.item !== id,
			);
			const index = others.indexOf(over);
			// Over the section itself: its end, or its beginning where it was its upper edge.
			const end = isBelow ? others.length : 0;
			moveItem(id, { sectionId: section.dataset.section, index: index < 0 ? end : index + isBelow });
		},
	});
	return combine(...stops, stop);
}

function rowOf(element: HTMLElement, kind: "item" | "section", handle: HTMLElement | null): () => void {
	if (!handle) return () => {};
	const id = (kind === "item" ? element.dataset.item : element.dataset.section) ?? "";
	const hideEdge = () => {
		delete element.dataset.edge;
	};
	return combine(
		// Not the row: in some browsers no text can be selected with the mouse within what can be dragged.
		draggable({
			element: handle,
			getInitialData: () => ({ kind, id }),
			onGenerateDragPreview: ({ nativeSetDragImage, location }) => {
				const { left, top } = element.getBoundingClientRect();
				const { clientX, clientY } = location.current.input;
				nativeSetDragImage?.(element, clientX - left, clientY - top);
			},
			onDragStart: () => {
				element.dataset.dragged = "true";
			},
			onDrop: () => {
				delete element.dataset.dragged;
			},
		}),
		dropTargetForElements({
			element,
			canDrop: ({ source }) => source.data.kind === "item" || kind === "section",
			getData: ({ input }) => attachClosestEdge({}, { input, element, allowedEdges: ["top", "bottom"] }),
			onDrag: ({ self, location, source }) => {
				const isInnermost = location.current.dropTargets[0]?.element === element;
				if (isInnermost && !element.contains(source.element))
					element.dataset.edge = extractClosestEdge(self.data) ?? "";
				else hideEdge();
			},
			onDragLeave: hideEdge,
			onDrop: hideEdge,
		}),
	);
}
