import { type IconNode, LibraryBig } from "lucide";
import type { ReactNode } from "react";
import { Icon } from "./icon";

type Props = {
	title: string;
	/** What it is about; an emptied shelf where nothing fits better. */
	icon?: IconNode;
	children?: ReactNode;
};

/** What stands where nothing is: why, and the next step. */
export function EmptyState({ title, icon = LibraryBig, children }: Props) {
	return (
		<div className="grid justify-items-center gap-3 rounded-card border border-dashed border-line-strong px-6 py-12 text-center">
			<Icon icon={icon} className="text-4xl text-accent opacity-70" />
			<p className="font-display text-xl font-bold text-balance">{title}</p>
			{children}
		</div>
	);
}
