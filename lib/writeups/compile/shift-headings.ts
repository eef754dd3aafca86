import { isPlainText } from "./normalize-line";
import { oneLine } from "./one-line";
import { isPlainProse } from "./self-contained";

const HEADING = /^(#{1,6}) (\S[^\n]*)$/;

/**
 * Prose among headings with these moved down to `level`, keeping how they relate, where that can be told without the
 * parser, as of most notes; else null.
 */
export function shiftProseHeadings(source: string, level: number): string | null {
	if (!source.includes("#")) return null;
	const blocks = source.split("\n\n").map((block) => ({ block, heading: HEADING.exec(block) }));
	const isSure = blocks.every(({ heading }) => heading === null || isSurelyLine(heading[2] ?? ""));
	const rest = blocks.flatMap(({ block, heading }) => (heading === null ? [block] : []));
	if (!isSure || !isPlainProse(rest.join("\n\n")) || rest.some((block) => block === "")) return null;
	if (/take-?aways?/i.test(source)) return null;
	const levels = blocks.flatMap(({ heading }) => heading?.[1]?.length ?? []);
	const shift = Math.max(0, level - Math.min(...levels, 6));
	return blocks
		.map(({ block, heading }) =>
			heading === null ? block : `${"#".repeat(Math.min(6, (heading[1]?.length ?? 0) + shift))} ${heading[2]}`,
		)
		.join("\n\n");
}

function isSurelyLine(text: string): boolean {
	return isPlainText(text) && oneLine(text) === text;
}
