import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";

/** Draws something above the page, outside of its tree, until that calls `close`. */
export function renderInPortal(render: (close: () => void) => ReactNode): void {
	const container = document.createElement("div");
	document.body.append(container);
	const root = createRoot(container);
	const node = render(() => {
		root.unmount();
		container.remove();
	});
	// An action of a form that waits for what is asked here is over first: what it draws itself is not shown before its end.
	queueMicrotask(() => root.render(node));
}
