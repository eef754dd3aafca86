"use client";

import { useState } from "react";
import { ConfirmDialog } from "./confirm-dialog";
import { renderInPortal } from "./render-in-portal";

export type ConfirmOptions = {
	readonly title: string;
	/** What comes of a yes. */
	readonly about: string;
	readonly yes: string;
	readonly no: string;
};

/** Asks before something is lost; whether it may be. */
export function confirm(options: ConfirmOptions): Promise<boolean> {
	return new Promise((resolve) => {
		renderInPortal((close) => (
			<ConfirmOnce
				options={options}
				onResult={(isYes) => {
					close();
					resolve(isYes);
				}}
			/>
		));
	});
}

function ConfirmOnce({ options, onResult }: { options: ConfirmOptions; onResult: (isYes: boolean) => void }) {
	const [isConfirmed, setIsConfirmed] = useState<boolean>();
	return (
		<ConfirmDialog
			title={options.title}
			isOpen={isConfirmed === undefined}
			confirmLabel={options.yes}
			cancelLabel={options.no}
			onConfirm={() => setIsConfirmed(true)}
			onCancel={() => setIsConfirmed(false)}
			onClosed={() => onResult(isConfirmed ?? false)}
		>
			<p>{options.about}</p>
		</ConfirmDialog>
	);
}
