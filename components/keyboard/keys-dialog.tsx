"use client";

import { useState } from "react";
import { drawAbovePage } from "@/components/ui/above-page";
import { Dialog } from "@/components/ui/dialog";
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
	drawAbovePage((close) => <KeysDialog onClosed={close} />);
}

function KeysDialog({ onClosed }: { onClosed: () => void }) {
	const [isOpen, setIsOpen] = useState(true);
	const [isOn, setIsOn] = useState(!areKeysOff());
	const ofPage = pageKeys()?.words ?? [];
	const own = new Set(ofPage.map(([key]) => key));

	return (
		<Dialog title="Keys" isOpen={isOpen} onClose={() => setIsOpen(false)} onClosed={onClosed}>
			<dl className="keys-list">
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
		</Dialog>
	);
}
