import type { ReactNode } from "react";

type Props = {
	/** What the `popoverTarget` of its button names. */
	readonly id: string;
	readonly children: ReactNode;
};

/** What opens beside its button. The browser opens and closes it, before any script is there. */
export function Menu({ id, children }: Props) {
	return (
		<div id={id} className="menu" popover="auto">
			{children}
		</div>
	);
}

/** What opens from the edge of a phone, and stands in its place where there is room. */
export function Sheet({ id, children }: Props) {
	return (
		<div id={id} className="sheet" popover="auto">
			{children}
		</div>
	);
}
