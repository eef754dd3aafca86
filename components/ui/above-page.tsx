import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";

/** Draws something above the page, outside of its tree, until that calls `close`. */
export function drawAbovePage(draw: (close: () => void) => ReactNode): void {
	const place = document.createElement("div");
	document.body.append(place);
	const root = createRoot(place);
	root.render(
		draw(() => {
			root.unmount();
			place.remove();
		}),
	);
}
