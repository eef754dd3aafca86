import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";

/** Draws something above the page, outside of its tree, until that calls `close`. */
export function drawAbovePage(draw: (close: () => void) => ReactNode): void {
	const place = document.createElement("div");
	document.body.append(place);
	const root = createRoot(place);
	const drawn = draw(() => {
		root.unmount();
		place.remove();
	});
	// An action of a form that waits for what is asked here is over first: what it draws itself is not shown before its end.
	queueMicrotask(() => root.render(drawn));
}
