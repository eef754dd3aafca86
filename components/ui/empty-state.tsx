import type { ReactNode } from "react";

/** What stands where nothing is: why, and the next step. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
	return (
		<div className="card grid justify-items-center gap-3 px-6 py-12 text-center">
			<p className="text-lg font-semibold">{title}</p>
			{children}
		</div>
	);
}
