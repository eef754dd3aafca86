import { type RefObject, useEffect, useState } from "react";
import type { Takeaway } from "@/lib/notes/types";
import type { TakeawayActions } from "./takeaway-deeds";

/** Lets a list's rows be dragged. The library for it is fetched once the list is pointed at or gone to, not with every talk. */
export function useDraggedRows(
	list: RefObject<HTMLElement | null>,
	takeaways: readonly Takeaway[],
	{ drop }: TakeawayActions,
): void {
	const [isWanted, setIsWanted] = useState(false);
	// The same takeaways in another order are the same elements.
	const members =
		isWanted && takeaways.length > 1
			? takeaways
					.map(({ id }) => id)
					.sort()
					.join(" ")
			: "";

	useEffect(() => {
		const element = list.current;
		const want = () => setIsWanted(true);
		element?.addEventListener("pointerover", want, { once: true });
		element?.addEventListener("focusin", want, { once: true });
		return () => {
			element?.removeEventListener("pointerover", want);
			element?.removeEventListener("focusin", want);
		};
	}, [list]);

	useEffect(() => {
		if (members === "") return;
		let stop: (() => void) | undefined;
		let isGone = false;
		void import("@/components/ui/drag-rows").then(
			({ dragRows }) => {
				if (isGone || !list.current) return;
				stop = dragRows(list.current, (_row, index, target) => drop(index, target));
			},
			// Without a server rows are moved by their buttons and keys.
			() => {},
		);
		return () => {
			isGone = true;
			stop?.();
		};
	}, [members, list, drop]);
}
