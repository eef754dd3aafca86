import { type Token, Tokenizer, TokenizerMode } from "parse5";

export type HtmlTag = {
	/** In lower case. */
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	/** What stands between it and the next `<a>`, or the end of this one; only of links. */
	readonly text: string;
};

// No page with links needs more.
const MAX_CHARACTERS = 2_000_000;
const MAX_ATTRIBUTES = 1000;
const MAX_TEXT_LENGTH = 200;
const CHUNK_SIZE = 4096;

/** Elements whose content is no markup, and what it is instead. */
const MODES = new Map([
	["script", TokenizerMode.SCRIPT_DATA],
	["plaintext", TokenizerMode.PLAINTEXT],
	...["style", "xmp", "iframe", "noembed", "noframes"].map((name) => [name, TokenizerMode.RAWTEXT] as const),
	...["title", "textarea"].map((name) => [name, TokenizerMode.RCDATA] as const),
]);

/**
 * The start tags of a page in their order (https://html.spec.whatwg.org/multipage/parsing.html#tokenization). No tree is
 * made of them: a page of a few kilobytes can be written so that its tree has millions of elements.
 */
export function parseHtmlTags(html: string): HtmlTag[] {
	const tags: { name: string; attributes: Record<string, string>; text: string }[] = [];
	let link: { text: string } | null = null;
	const onText = ({ chars }: Token.CharacterToken) => {
		if (link && link.text.length < MAX_TEXT_LENGTH) link.text = (link.text + chars).slice(0, MAX_TEXT_LENGTH);
	};
	const ignore = () => {};
	const tokenizer = new BoundedTokenizer(
		{},
		{
			onStartTag({ tagName, attrs }) {
				const attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
				const tag = { name: tagName, attributes, text: "" };
				tags.push(tag);
				if (tagName === "a") link = tag;
				tokenizer.state = MODES.get(tagName) ?? tokenizer.state;
			},
			onEndTag({ tagName }) {
				if (tagName === "a") link = null;
			},
			onCharacter: onText,
			onWhitespaceCharacter: onText,
			onNullCharacter: ignore,
			onComment: ignore,
			onDoctype: ignore,
			onEof: ignore,
		},
	);
	const end = Math.min(html.length, MAX_CHARACTERS);
	for (let at = 0; at < end && tokenizer.attributeCount <= MAX_ATTRIBUTES; at += CHUNK_SIZE) {
		tokenizer.write(html.slice(at, Math.min(at + CHUNK_SIZE, end)), at + CHUNK_SIZE >= end);
	}
	return tags;
}

class BoundedTokenizer extends Tokenizer {
	/** Of the tag that is being read: each is compared with all before it. */
	get attributeCount(): number {
		return this.currentToken && "attrs" in this.currentToken ? this.currentToken.attrs.length : 0;
	}
}
