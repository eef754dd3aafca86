import type { Excerpt, TextPart } from "@/lib/text/excerpt";
import "./marked-text.css";

/** A text in which what was looked for stands out. */
export function MarkedText({ parts }: { parts: readonly TextPart[] }) {
	let at = 0;
	return (
		<span className="marked">
			{parts.map(({ text, isMatch }) => {
				const key = at;
				at += text.length;
				return isMatch ? <mark key={key}>{text}</mark> : text;
			})}
		</span>
	);
}

/** A piece of a text around what was found in it. */
export function MarkedExcerpt({ excerpt }: { excerpt: Excerpt }) {
	return (
		<>
			{excerpt.isCutBefore && "… "}
			<MarkedText parts={excerpt.parts} />
			{excerpt.isCutAfter && " …"}
		</>
	);
}
