import type { WriteUpContent, WriteUpItem, WriteUpSection } from "@/lib/writeups/types";

/** Changes of a write-up as its editor makes them: each gives a new one and leaves all that it is not about as it is. */

/** Where an item stands. */
export type ItemPosition = { readonly sectionId: string; readonly index: number };

export function changeSection(
	content: WriteUpContent,
	id: string,
	changes: Partial<Omit<WriteUpSection, "id">>,
): WriteUpContent {
	return withSections(content, (sections) =>
		sections.map((section) => (section.id === id ? { ...section, ...changes } : section)),
	);
}

export function changeItem(
	content: WriteUpContent,
	id: string,
	changes: Partial<Omit<WriteUpItem, "id">>,
): WriteUpContent {
	return withSections(content, (sections) =>
		sections.map((section) =>
			section.items.some((item) => item.id === id)
				? { ...section, items: section.items.map((item) => (item.id === id ? { ...item, ...changes } : item)) }
				: section,
		),
	);
}

export function addSection(content: WriteUpContent, section: WriteUpSection, index: number): WriteUpContent {
	return withSections(content, (sections) => sections.toSpliced(index, 0, section));
}

export function addItem(
	content: WriteUpContent,
	item: WriteUpItem,
	{ sectionId, index }: ItemPosition,
): WriteUpContent {
	return withSections(content, (sections) =>
		sections.map((section) =>
			section.id === sectionId ? { ...section, items: section.items.toSpliced(index, 0, item) } : section,
		),
	);
}

/** Without the section and all that stands in it. */
export function removeSection(content: WriteUpContent, id: string): WriteUpContent {
	return withSections(content, (sections) => sections.filter((section) => section.id !== id));
}

export function removeItem(content: WriteUpContent, id: string): WriteUpContent {
	return withSections(content, (sections) =>
		sections.map((section) =>
			section.items.some((item) => item.id === id)
				? { ...section, items: section.items.filter((item) => item.id !== id) }
				: section,
		),
	);
}

/** `index` is counted without the section itself. */
export function moveSection(content: WriteUpContent, id: string, index: number): WriteUpContent {
	const section = content.sections.find((each) => each.id === id);
	return section ? addSection(removeSection(content, id), section, index) : content;
}

/** The place's index is counted without the item itself. */
export function moveItem(content: WriteUpContent, id: string, position: ItemPosition): WriteUpContent {
	const item = findItem(content, id);
	const isThere = content.sections.some((section) => section.id === position.sectionId);
	return item && isThere ? addItem(removeItem(content, id), item, position) : content;
}

/** One place up or down, into the section before or after at an end; null where there is nothing further. */
export function stepOf({ sections }: WriteUpContent, id: string, step: -1 | 1): ItemPosition | null {
	const at = sections.findIndex(({ items }) => items.some((item) => item.id === id));
	const section = sections[at];
	if (!section) return null;
	const index = section.items.findIndex((item) => item.id === id) + step;
	if (index >= 0 && index < section.items.length) return { sectionId: section.id, index };
	const next = sections[at + step];
	return next ? { sectionId: next.id, index: step < 0 ? next.items.length : 0 } : null;
}

export function findItem({ sections }: WriteUpContent, id: string): WriteUpItem | undefined {
	return sections.flatMap(({ items }) => items).find((item) => item.id === id);
}

export function positionOfItem({ sections }: WriteUpContent, id: string): ItemPosition | null {
	for (const section of sections) {
		const index = section.items.findIndex((item) => item.id === id);
		if (index >= 0) return { sectionId: section.id, index };
	}
	return null;
}

function withSections(
	content: WriteUpContent,
	change: (sections: readonly WriteUpSection[]) => readonly WriteUpSection[],
): WriteUpContent {
	return { ...content, sections: change(content.sections) };
}
