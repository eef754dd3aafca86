/** The boxes of TalkCheck below an element, in the order of the page. */
export function findCheckboxes(list: Element): HTMLInputElement[] {
	return [...list.querySelectorAll<HTMLInputElement>(".talk-check input")];
}

export function talkIdOf(box: HTMLInputElement): number {
	return Number(box.value);
}

/** The boxes from one to another, both included, whichever comes first; `to` alone where `from` is not there. */
export function findRange<Box>(boxes: readonly Box[], from: Box | null, to: Box): readonly Box[] {
	const start = from === null ? -1 : boxes.indexOf(from);
	const end = boxes.indexOf(to);
	if (start < 0 || end < 0) return [to];
	return boxes.slice(Math.min(start, end), Math.max(start, end) + 1);
}
