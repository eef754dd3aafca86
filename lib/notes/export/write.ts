import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { KEY_TAKEAWAYS } from "./takeaway-list";
import type { Verbatim } from "./verbatim";

const writer = unified()
	.use(remarkGfm)
	.use(remarkStringify, {
		bullet: "-",
		// The one sign for a rule that is no bullet: "* ***" is a rule, not a rule in a list.
		rule: "_",
		// A footnote's number at the start of a line, and a colon after it, would be the footnote's definition.
		unsafe: [{ character: ":", before: "\\]", inConstruct: "phrasing" }],
		handlers: { verbatim: (node: Verbatim) => node.value },
		join: [(left) => (left === KEY_TAKEAWAYS ? 0 : undefined)],
	})
	.freeze();

export function writeMarkdown(root: Root): string {
	return writer.stringify(root);
}
