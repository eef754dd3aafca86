import { SaxesParser } from "saxes";
import { ScheduleError } from "../schedule-error";

export type XmlElement = {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	/** Texts and child elements in their order; a container's are handed out and not kept. */
	readonly content: (string | XmlElement)[];
};

const MAX_DEPTH = 64;

/**
 * Reads XML as a stream and hands out one finished element at a time, so that a file is never held as a tree.
 *
 * `containers` are the paths ("schedule/day/room") that are gone into; every other child of a container is handed to
 * `onElement` when it closes, with the containers around it, outermost first. The root has to be a container. No
 * document type is taken, so nothing is ever expanded or fetched. Throws a `ScheduleError` where the XML is not well
 * formed, is cut off or is nested too deep.
 */
export async function readXmlElements(
	chunks: AsyncIterable<string>,
	containers: ReadonlySet<string>,
	onElement: (element: XmlElement, around: readonly XmlElement[]) => void,
): Promise<void> {
	const parser = new SaxesParser();
	const around: XmlElement[] = [];
	const open: XmlElement[] = [];
	let path = "";

	parser.on("doctype", () => {
		throw new ScheduleError("The XML brings a document type of its own (DOCTYPE), which is refused for safety.");
	});
	parser.on("opentag", ({ name, attributes }) => {
		const element: XmlElement = { name, attributes, content: [] };
		if (open.length === 0) {
			const here = path === "" ? name : `${path}/${name}`;
			if (containers.has(here)) {
				path = here;
				around.push(element);
				return;
			}
			if (path === "") throw new ScheduleError(`This XML is not a schedule: its outermost element is <${name}>.`);
		}
		if (open.length + around.length >= MAX_DEPTH) {
			throw new ScheduleError(`The XML is nested more than ${MAX_DEPTH} elements deep.`);
		}
		open.at(-1)?.content.push(element);
		open.push(element);
	});
	const onText = (text: string) => {
		// The white space between elements on lines of their own would be half of what is kept.
		if (text.charCodeAt(0) !== 0x0a || /\S/.test(text)) open.at(-1)?.content.push(text);
	};
	parser.on("text", onText);
	parser.on("cdata", onText);
	parser.on("closetag", () => {
		const element = open.pop();
		if (!element) {
			around.pop();
			path = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
		} else if (open.length === 0) {
			onElement(element, around);
		}
	});

	for await (const chunk of chunks) withXmlErrors(() => parser.write(chunk), parser);
	if (around.length + open.length > 0)
		throw new ScheduleError("The file is cut off: it ends before the schedule does.");
	withXmlErrors(() => parser.close(), parser);
}

/** The name of the outermost element of an XML file's beginning; null where it has not come yet. */
export function rootElementName(head: string): string | null {
	const prolog = /^\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>[]*(?:\[.*?\]\s*)?>\s*)*/is.exec(head)?.[0] ?? "";
	return /^<([\p{L}_][\p{L}\p{N}_.:-]*)[\s/>]/u.exec(head.slice(prolog.length))?.[1] ?? null;
}

function withXmlErrors(step: () => void, parser: SaxesParser): void {
	try {
		step();
	} catch (error) {
		if (error instanceof ScheduleError) throw error;
		// The parser's own messages begin with their place: "3:14: unexpected close tag."
		const reason = (error as Error).message.replace(/^\d+:\d+:\s*/, "").replace(/\.$/, "");
		throw new ScheduleError(`The XML is broken at line ${parser.line}, column ${parser.column}: ${reason}.`);
	}
}

/** The text in an element, its children's included. */
export function textOf(element: XmlElement | undefined): string {
	if (!element) return "";
	const [only, ...rest] = element.content;
	if (rest.length === 0 && typeof only === "string") return only;
	return element.content.map((part) => (typeof part === "string" ? part : textOf(part))).join("");
}

/** The content of an element as HTML source: texts that are escaped HTML as they are, child elements as tags again. */
export function htmlOf(element: XmlElement | undefined): string {
	if (!element) return "";
	if (element.content.every((part) => typeof part === "string")) return element.content.join("");
	return element.content.map((part) => (typeof part === "string" ? escapeXml(part) : formatTag(part))).join("");
}

function formatTag(element: XmlElement): string {
	const attributes = Object.entries(element.attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
	const inside = element.content.map((part) => (typeof part === "string" ? escapeXml(part) : formatTag(part))).join("");
	if (inside === "" && /^(?:br|hr|img|wbr)$/i.test(element.name)) return `<${element.name}${attributes.join("")}>`;
	return `<${element.name}${attributes.join("")}>${inside}</${element.name}>`;
}

const escapeXml = (text: string) =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The first child element of that name. */
export function findChild(element: XmlElement, name: string): XmlElement | undefined {
	return element.content.find((part): part is XmlElement => typeof part !== "string" && part.name === name);
}

/** All child elements of that name. */
export function findChildren(element: XmlElement | undefined, name: string): XmlElement[] {
	return (element?.content.filter((part) => typeof part !== "string" && part.name === name) ?? []) as XmlElement[];
}
