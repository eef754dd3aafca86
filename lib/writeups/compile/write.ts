import type { Link, List, Paragraph, Parents, Root } from "mdast";
import { defaultHandlers, type Info, type State } from "mdast-util-to-markdown";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { isTakeawaysLabel } from "./takeaways-label";

// https://spec.commonmark.org/0.31.2/#email-address
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const MAIL_IN_ANGLES = new RegExp(`^[a-z0-9.!#$%&'*+/=?^_\`{|}~-]+@${LABEL}(?:\\.${LABEL})*$`, "i");

/**
 * GitHub's readers find more mail addresses in a text, such as one with an underscore in its domain, than can stand
 * between `<` and `>`: these are written as `[address](mailto:address)`.
 */
function writeLink(link: Link, parent: Parents | undefined, state: State, info: Info): string {
	if (!isOtherMail(link)) return defaultHandlers.link(link, parent, state, info);
	const { options } = state;
	state.options = { ...options, resourceLink: true };
	const written = defaultHandlers.link(link, parent, state, info);
	state.options = options;
	return written;
}

/** What a link begins with, which decides how the text before it is written. */
writeLink.peek = (link: Link, parent: Parents | undefined, state: State): string =>
	isOtherMail(link) ? "[" : defaultHandlers.link.peek(link, parent, state);

function isOtherMail({ url }: Link): boolean {
	return url.startsWith("mailto:") && !MAIL_IN_ANGLES.test(url.slice("mailto:".length));
}

/**
 * What would be a list or the line below a heading at the start of a line. The writer's own patterns take the line's end
 * with them, and so pass over the next line where that is such, too.
 */
const LINE_BEGINS = [
	...["-", "*", "+"].map((character) => ({ atBreak: true, character, after: "(?=[ \\t\\r\\n])" })),
	...[".", ")"].map((character) => ({ atBreak: true, before: "\\d+", character, after: "(?=[ \\t\\r\\n]|$)" })),
];

const writer = unified()
	.use(remarkGfm)
	.use(remarkStringify, {
		bullet: "-",
		// The one sign for a rule that is no bullet: "* ***" is a rule, not a rule in a list.
		rule: "_",
		// A footnote's number at the start of a line, and a colon after it, would be the footnote's definition.
		unsafe: [{ character: ":", before: "\\]", inConstruct: "phrasing" }, ...LINE_BEGINS],
		handlers: { link: writeLink },
		join: [
			(left, right) => (left.type === "paragraph" && right.type === "list" && isTight(left, right) ? 0 : undefined),
		],
	})
	.freeze();

/** Takeaways stand right below their label. */
function isTight(label: Paragraph, list: List): boolean {
	return list.spread === false && isTakeawaysLabel(label) && (!list.ordered || list.start === 1);
}

/** A tree as Markdown, without a newline at its end. */
export function writeRoot(root: Root): string {
	return writer.stringify(root).replace(/\n$/, "");
}

/** HTML, which is text to us in notes, and markup to other readers. */
export const HTML = /<[A-Za-z!?/]/;
/** A footnote's sign that is not escaped: another text may define it. */
export const UNESCAPED_FOOTNOTE = /(?<!\\)(?:\\\\)*\[\^/;
