"use client";

import type { Lack } from "@/lib/writeups/missing";

/** What a write-up lacks; each leads to where it is to be written. */
export function Lacks({ lacks }: { lacks: readonly Lack[] }) {
	if (lacks.length === 0) return <p className="text-ink-soft">Nothing is missing.</p>;
	return (
		<details className="card px-4">
			<summary className="py-2.5 font-medium">
				{lacks.length === 1 ? "One thing is missing" : `${lacks.length} things are missing`}
			</summary>
			<ul className="grid gap-1 pb-4">
				{lacks.map((lack) => {
					const { focus, words } = wordsFor(lack);
					return (
						<li key={`${lack.kind} ${focus}`}>
							<button type="button" className="link min-h-8 text-start" onClick={() => goTo(focus)}>
								{words}
							</button>
						</li>
					);
				})}
			</ul>
		</details>
	);
}

function goTo(name: string): void {
	const field = document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(name)}"]`);
	const folded = field?.closest("details");
	if (folded) folded.open = true;
	field?.focus();
	field?.scrollIntoView({ block: "center" });
}

function wordsFor(lack: Lack): { focus: string; words: string } {
	switch (lack.kind) {
		case "title":
			return { focus: "title", words: "It has no title." };
		case "date":
			return { focus: "date", words: "It has no date." };
		case "front-matter":
			return { focus: "front-matter", words: "The further front matter is not YAML, and is left out." };
		case "heading":
			return { focus: `section-heading-${lack.sectionId}`, words: "A section has no heading." };
		case "empty-section":
			return { focus: `section-heading-${lack.sectionId}`, words: "A section holds nothing." };
		case "note":
			return { focus: `item-${lack.itemId}`, words: `Nothing is written on “${lack.title}”.` };
		case "talk":
			return { focus: `item-${lack.itemId}`, words: `“${lack.title}” is not here yet.` };
	}
}
