"use client";

import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { renderInPortal } from "@/components/ui/render-in-portal";
import { currentPageShortcuts } from "./page-shortcuts";
import { areShortcutsOff, setShortcutsOn } from "./shortcuts-setting";

const SHORTCUTS = [
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
export function openShortcutsDialog(): void {
	renderInPortal((close) => <ShortcutsDialog onClosed={close} />);
}

function ShortcutsDialog({ onClosed }: { onClosed: () => void }) {
	const [isOpen, setIsOpen] = useState(true);
	const [isOn, setIsOn] = useState(!areShortcutsOff());
	const ofPage = currentPageShortcuts()?.labels ?? [];
	const own = new Set(ofPage.map(([key]) => key));

	return (
		<Dialog title="Keyboard shortcuts" isOpen={isOpen} onClose={() => setIsOpen(false)} onClosed={onClosed}>
			<dl>
				{[...ofPage, ...SHORTCUTS.filter(([key]) => !own.has(key))].map(([key, does]) => (
					<div key={key} className="grid grid-cols-[8rem_1fr] border-t border-line py-[0.3rem]">
						<dt>
							{key.split(" or ").map((each, index) => (
								<span key={each}>
									{index > 0 && " or "}
									<kbd className="rounded-[0.3rem] border border-line-strong bg-sunken px-[0.45rem] py-[0.1rem] font-mono text-[0.9em]">
										{each}
									</kbd>
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
						setShortcutsOn(target.checked);
						setIsOn(target.checked);
					}}
				/>
				These keys are on, in this browser
			</label>
			<p className="text-sm text-ink-soft">
				They do nothing while you type. Once they are off, “Keyboard shortcuts” on your watchlist or on a list of all
				talks leads here.
			</p>
		</Dialog>
	);
}
