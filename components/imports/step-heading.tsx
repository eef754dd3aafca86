import type { ReactNode } from "react";

/** The heading of what has just come in the place of something else: it is read, and the next Tab goes on from it. */
export function StepHeading({ id, children }: { id: string; children: ReactNode }) {
	return (
		<h2 id={id} ref={focus} tabIndex={-1} className="text-xl font-bold outline-none">
			{children}
		</h2>
	);
}

const focus = (heading: HTMLElement | null) => heading?.focus();
