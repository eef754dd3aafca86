"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { BACKDROP, DIALOG, LARGE_DIALOG } from "./overlay";

type Props = {
	readonly title: string;
	readonly isOpen: boolean;
	/** Somebody wants to go back to the page. */
	readonly onClose: () => void;
	/** It is gone, and the focus is where it was before. */
	readonly onClosed?: () => void;
	/** For what needs more room than a few lines. */
	readonly isLarge?: boolean;
	readonly children: ReactNode;
};

/** Something above the page to look at or to set, which one leaves by Close, Escape or a press beside it. */
export function Dialog({ title, isOpen, onClose, onClosed, isLarge = false, children }: Props) {
	return (
		<Base.Root
			open={isOpen}
			onOpenChange={(open) => !open && onClose()}
			onOpenChangeComplete={(open) => !open && onClosed?.()}
		>
			<Base.Portal>
				<Base.Backdrop className={BACKDROP} />
				<Base.Popup className={isLarge ? LARGE_DIALOG : DIALOG}>
					<div className="flex items-center justify-between gap-4">
						<Base.Title className="text-xl font-bold">{title}</Base.Title>
						<Base.Close className="button">Close</Base.Close>
					</div>
					{children}
				</Base.Popup>
			</Base.Portal>
		</Base.Root>
	);
}
