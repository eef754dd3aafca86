/** A paragraph of Markdown, a list without blank lines, or whatever else stands between blank lines. */
export type Paragraph = {
	readonly body: string;
	/** What stands between it and what comes before: line ends and blank lines. */
	readonly gap: string;
	readonly isFirst: boolean;
};

/** A text in parts: all gaps and bodies one after the other, and then the tail, are the text. */
export type Paragraphs = { readonly all: readonly Paragraph[]; readonly tail: string };

/**
 * Splits a text at its blank lines. Those in a fenced code block (CommonMark 0.31, 4.5) do not split it; also one that is
 * nested in a list or a quotation counts as fenced.
 */
export function splitParagraphs(text: string): Paragraphs {
	const all: Paragraph[] = [];
	let gap = "";
	let body: string | null = null;
	let fence: string | null = null;
	const end = () => {
		if (body !== null) all.push({ body, gap, isFirst: all.length === 0 });
		if (body !== null) gap = "";
		body = null;
	};
	for (const [index, line] of text.split("\n").entries()) {
		const lineEnd = index > 0 ? "\n" : "";
		if (fence === null && line.trim() === "") {
			end();
			gap += lineEnd + line;
			continue;
		}
		if (body === null) {
			gap += lineEnd;
			body = line;
		} else {
			body += lineEnd + line;
		}
		if (fence === null) fence = openedFence(line);
		else if (closesFence(line, fence)) fence = null;
	}
	end();
	return { all, tail: gap };
}

/** The text of paragraphs, which may be from several texts: between any two is a blank line. */
export function joinParagraphs(all: readonly Paragraph[], tail = ""): string {
	const parts = all.map(({ body, gap, isFirst }, index) => {
		if (index > 0) return (hasBlankLine(gap) ? gap : "\n\n") + body;
		return isFirst ? gap + body : body;
	});
	return parts.join("") + tail;
}

function hasBlankLine(gap: string): boolean {
	return gap.indexOf("\n") !== gap.lastIndexOf("\n");
}

function openedFence(line: string): string | null {
	const [, fence = null, info = ""] = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
	return fence?.startsWith("`") && info.includes("`") ? null : fence;
}

function closesFence(line: string, fence: string): boolean {
	const [, found = ""] = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(line) ?? [];
	return found.startsWith(fence);
}
