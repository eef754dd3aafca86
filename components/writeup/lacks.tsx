"use client";

import type { WriteUpWarning } from "@/lib/writeups/missing";

/** What a write-up lacks; each leads to where it is to be written. */
export function Warnings({ warnings }: { warnings: readonly WriteUpWarning[] }) {
	if (warnings.length === 0) return <p className="text-ink-soft">Nothing is missing.</p>;
	return (
		<details className="card px-4">
			<summary className="py-2.5 font-medium">
				{warnings.length === 1 ? "One thing is missing" : `${warnings.length} things are missing`}
			</summary>
			<ul className="grid gap-1 pb-4">
				{warnings.map((warning) => {
					const { focus, message } = formatWarning(warning);
					return (
						<li key={`${warning.kind} ${focus}`}>
							<button type="button" className="link min-h-8 text-start" onClick={() => focusField(focus)}>
								{message}
							</button>
						</li>
					);
				})}
			</ul>
		</details>
	);
}

function focusField(name: string): void {
	const field = document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(name)}"]`);
	const details = field?.closest("details");
	if (details) details.open = true;
	field?.focus();
	field?.scrollIntoView({ block: "center" });
}

function formatWarning(warning: WriteUpWarning): { focus: string; message: string } {
	switch (warning.kind) {
		case "title":
			return { focus: "title", message: "It has no title." };
		case "date":
			return { focus: "date", message: "It has no date." };
		case "front-matter":
			return { focus: "front-matter", message: "The further front matter is not YAML, and is left out." };
		case "heading":
			return { focus: `section-heading-${warning.sectionId}`, message: "A section has no heading." };
		case "empty-section":
			return { focus: `section-heading-${warning.sectionId}`, message: "A section holds nothing." };
		case "note":
			return { focus: `item-${warning.itemId}`, message: `Nothing is written on “${warning.title}”.` };
		case "talk":
			return { focus: `item-${warning.itemId}`, message: `“${warning.title}” is not here yet.` };
	}
}
