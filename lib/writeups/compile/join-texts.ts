/** What no reader shows, and every reader takes for the end of a list. */
export const SEPARATOR = "<!-- -->";

/** Normalized texts, one below the other, none of them read into another: a blank line ends everything but a list. */
export function joinTexts(texts: readonly string[]): string {
	let joined = texts[0] ?? "";
	for (let index = 1; index < texts.length; index++) {
		const [before, after] = [texts[index - 1] ?? "", texts[index] ?? ""];
		joined += `${isApart(before, after) ? "\n\n" : `\n\n${SEPARATOR}\n\n`}${after}`;
	}
	return joined;
}

const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t\n]|$)/m;

/** Whether surely no list goes on from one text to the other. */
function isApart(before: string, after: string): boolean {
	return after.search(ITEM) !== 0 || /^#[^\n]*$/.test(before) || !ITEM.test(before);
}
