"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type ReactNode, useRef } from "react";
import { BACKDROP, DIALOG } from "./overlay";

type Props = {
	readonly title: string;
	readonly isOpen: boolean;
	/** What the buttons say: one does it, the other goes back and leaves everything as it is. */
	readonly confirmLabel: string;
	readonly cancelLabel: string;
	readonly isBusy?: boolean;
	/** Why it could not be done. */
	readonly problem?: string;
	readonly onConfirm: () => void;
	readonly onCancel: () => void;
	/** It is gone, and the focus is where it was before. */
	readonly onClosed?: () => void;
	/** What comes of it. */
	readonly children: ReactNode;
};

/** Asks before something is lost. Begins on the button that loses nothing. */
export function ConfirmDialog({
	title,
	isOpen,
	confirmLabel,
	cancelLabel,
	isBusy = false,
	problem,
	onConfirm,
	onCancel,
	onClosed,
	children,
}: Props) {
	const safe = useRef<HTMLButtonElement>(null);
	return (
		<AlertDialog.Root
			open={isOpen}
			onOpenChange={(open) => !open && onCancel()}
			onOpenChangeComplete={(open) => !open && onClosed?.()}
		>
			<AlertDialog.Portal>
				<AlertDialog.Backdrop className={BACKDROP} />
				<AlertDialog.Popup className={DIALOG} initialFocus={safe}>
					<AlertDialog.Title className="text-xl font-bold">{title}</AlertDialog.Title>
					<AlertDialog.Description className="grid gap-2" render={<div />}>
						{children}
					</AlertDialog.Description>
					<p role="alert" className="text-problem">
						{problem}
					</p>
					<div className="flex flex-wrap gap-2">
						<button className="button text-problem" type="button" disabled={isBusy} onClick={onConfirm}>
							{confirmLabel}
						</button>
						<AlertDialog.Close ref={safe} className="button-primary" disabled={isBusy}>
							{cancelLabel}
						</AlertDialog.Close>
					</div>
				</AlertDialog.Popup>
			</AlertDialog.Portal>
		</AlertDialog.Root>
	);
}
