"use client";

import { useEffect, useRef, useState } from "react";
import { drawAbovePage } from "@/components/ui/above-page";
import { areKeysOff, switchKeys } from "./keys-setting";
import { pageKeys } from "./page-keys";

const WORDS = [
	["j", "Next talk"],
	["k", "Talk before"],
	["m", "Must-see, or no longer"],
	["w", "Watched, or no longer"],
	["x", "Missed, or no longer"],
	["u", "Undo"],
	["n", "Write a note"],
	["o or Enter", "Open the talk"],
	["/", "Search"],
	["Ctrl K", "Go to any talk, person or page"],
	["?", "This list"],
] as const;

/** Opens the list of keys above the page. */
export function openKeysDialog(): void {
	drawAbovePage((close) => <KeysDialog onClose={close} />);
}

function KeysDialog({ onClose }: { onClose: () => void }) {
	const dialog = useRef<HTMLDialogElement>(null);
	const [isOn, setIsOn] = useState(!areKeysOff());
	const ofPage = pageKeys()?.words ?? [];
	const own = new Set(ofPage.map(([key]) => key));

	useEffect(() => dialog.current?.showModal(), []);

	return (
		<dialog ref={dialog} className="keys-dialog" aria-labelledby="keys-title" onClose={onClose}>
			<div className="flex items-center justify-between gap-4">
				<h2 id="keys-title" className="text-xl font-bold">
					Keys
				</h2>
				<form method="dialog">
					<button className="button" type="submit">
						Close
					</button>
				</form>
			</div>
			<dl>
				{[...ofPage, ...WORDS.filter(([key]) => !own.has(key))].map(([key, does]) => (
					<div key={key}>
						<dt>
							{key.split(" or ").map((each, index) => (
								<span key={each}>
									{index > 0 && " or "}
									<kbd>{each}</kbd>
								</span>
							))}
						</dt>
						<dd>{does}</dd>
					</div>
				))}
			</dl>
			<label className="flex min-h-11 items-center gap-2">
				<input
					type="checkbox"
					className="size-5 accent-accent"
					checked={isOn}
					onChange={({ target }) => {
						switchKeys(target.checked);
						setIsOn(target.checked);
					}}
				/>
				These keys are on, in this browser
			</label>
			<p className="text-sm text-ink-soft">
				They do nothing while you type. Once they are off, “Keys” on your watchlist or on a list of all talks leads
				here.
			</p>
		</dialog>
	);
}
