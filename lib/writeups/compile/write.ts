import type { Link, Parents, PhrasingContent, RootContent } from "mdast";
import { defaultHandlers, type Info, type State } from "mdast-util-to-markdown";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

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

const writerWith = (bullet: "-" | "*" | "+") =>
	unified()
		.use(remarkGfm)
		.use(remarkStringify, {
			bullet,
			// The one sign for a rule that is no bullet: "* ***" is a rule, not a rule in a list.
			rule: "_",
			// A footnote's number at the start of a line, and a colon after it, would be the footnote's definition.
			unsafe: [{ character: ":", before: "\\]", inConstruct: "phrasing" }, ...LINE_BEGINS],
			handlers: { link: writeLink },
		})
		.freeze();

const writers = { "-": writerWith("-"), "*": writerWith("*"), "+": writerWith("+") };

/** One block as Markdown, without a newline at its end; lists have the bullet. */
export function writeBlock(node: RootContent, bullet: "-" | "*" | "+" = "-"): string {
	return writers[bullet].stringify({ type: "root", children: [node] }).replace(/\n$/, "");
}

/** A paragraph of these, as Markdown. */
export function writeInline(children: PhrasingContent[]): string {
	return writeBlock({ type: "paragraph", children });
}
