import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import type { TalkNews, Update } from "./queries";
import { formatUpdateTitle, writeAtom } from "./write-atom";

const conference = { slug: "conf-2026", title: "Conf & Co", timeZone: "Europe/Brussels", startDate: "2026-01-31" };
const BASE = "https://shelf.example";

function news(id: number, change: Partial<TalkNews> = {}, title = `Talk ${id}`): TalkNews {
	const talk = { id, slug: `talk-${id}`, title, isCancelled: false, isWithdrawn: false };
	return { talk, kind: "CHANGED", fields: { room: { from: "A", to: "B" } }, ...change };
}

function update(id: number, changes: readonly TalkNews[], of: Partial<Update> = {}): Update {
	const at = new Date(`2026-01-${10 + id}T12:00:00Z`);
	const source = "https://conf.example/schedule.xml";
	return { id, at, source, version: "v2", isByHand: false, isFirst: false, talkCount: 40, changes, ...of };
}

/** Every element of a document with its attributes and own text; throws where it is not well-formed. */
function elements(xml: string): { name: string; attributes: Record<string, string>; text: string }[] {
	const all: { name: string; attributes: Record<string, string>; text: string }[] = [];
	const open: (typeof all)[number][] = [];
	const parser = new SaxesParser();
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", ({ name, attributes }) => {
		const element = { name, attributes: attributes as Record<string, string>, text: "" };
		all.push(element);
		open.push(element);
	});
	parser.on("text", (text) => {
		const element = open.at(-1);
		if (element) element.text += text;
	});
	parser.on("closetag", () => open.pop());
	parser.write(xml).close();
	return all;
}

const texts = (xml: string, name: string) => elements(xml).flatMap((each) => (each.name === name ? [each.text] : []));

describe("the feed of what changed", () => {
	it("has what RFC 4287 asks of a feed and its entries, with ids that stay", () => {
		const xml = writeAtom(conference, [update(2, [news(1)]), update(1, [], { isFirst: true })], BASE);
		const [feed] = elements(xml);
		expect(feed?.name).toBe("feed");
		expect(feed?.attributes).toEqual({ xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "en" });
		const address = `${BASE}/conferences/conf-2026/changes`;
		expect(texts(xml, "id")).toEqual([`${address}.atom`, `${address}/2`, `${address}/1`]);
		expect(texts(xml, "updated")).toEqual([12, 12, 11].map((day) => `2026-01-${day}T12:00:00.000Z`));
		expect(texts(xml, "title")).toEqual([
			"Conf & Co: what changed in its schedule",
			"Moved to another room 1",
			"First import: 40 talks",
		]);
		expect(texts(xml, "name")).toEqual(["Conf & Co"]);
		expect(
			elements(xml).flatMap(({ name, attributes: { rel, href } }) => (name === "link" ? [[rel, href]] : [])),
		).toEqual([
			["self", `${address}.atom`],
			["alternate", address],
			["alternate", `${address}/2`],
			["alternate", `${address}/1`],
		]);
	});

	it("tells in HTML what was and what is, with a link to each talk", () => {
		const [content] = texts(writeAtom(conference, [update(2, [news(1)])], BASE), "content");
		expect(content).toBe(
			"<p>Imported from conf.example · version v2 · 40 talks in the schedule</p>\n" +
				`<h3>Moved to another room</h3><ul><li><a href="${BASE}/conferences/conf-2026/talks/talk-1">Talk 1</a>: A → B</li></ul>`,
		);
	});

	it("counts what is more than a reader wants to read", () => {
		const many = Array.from({ length: 35 }, (_, n) => news(n, { kind: "ADDED", fields: {} }));
		const [content = ""] = texts(writeAtom(conference, [update(2, many)], BASE), "content");
		expect(content.match(/<li>/g)).toHaveLength(31);
		expect(content).toContain(`<a href="${BASE}/conferences/conf-2026/changes/2?kind=new">and 5 more</a>`);
	});

	it("is of the conference's first day where nothing was imported yet", () => {
		expect(texts(writeAtom(conference, [], BASE), "updated")).toEqual(["2026-01-31T00:00:00.000Z"]);
	});

	it("is well-formed and nobody's script, whatever titles, rooms and sources say", () => {
		const hostile = fc.oneof(
			fc.string({ unit: "binary" }),
			fc.constantFrom("]]>", "</content>", "<script>alert(1)</script>", "&#0;", '" onclick="', "\0\u0008\uFFFE"),
		);
		fc.assert(
			fc.property(hostile, hostile, hostile, (title, room, source) => {
				const fields = { room: { from: room, to: title } };
				const xml = writeAtom({ ...conference, title }, [update(1, [news(1, { fields }, title)], { source })], BASE);
				const [content = ""] = texts(xml, "content");
				const tags = [...content.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
				expect(new Set(tags.map((tag) => /^<\/?([a-z0-9]+)/.exec(tag)?.[1]))).toEqual(
					new Set(["p", "h3", "ul", "li", "a"]),
				);
				expect(tags.filter((tag) => tag.startsWith("<a"))).toEqual([
					`<a href="${BASE}/conferences/conf-2026/talks/talk-1">`,
				]);
			}),
		);
	});
});

describe("the title of an update", () => {
	it("counts the kinds of news", () => {
		expect(formatUpdateTitle(update(1, [news(1, { kind: "WITHDRAWN", fields: {} }), news(2)]))).toBe(
			"Withdrawn 1, moved to another room 1",
		);
	});
});
