import { existsSync, readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { toString as toPlainText } from "mdast-util-to-string";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "@/lib/markdown/parse";
import { compileTalks, noteWith, talkWith } from "@/lib/testing/compiled-talk";
import { listTakeaways, listTalkSections, readBack } from "@/lib/testing/read-back";
import { EMPTY_CONTENT } from "../types";
import { writeFrontMatter } from "./front-matter";

const FOLDER = new URL("../../../../shared/schedules/", import.meta.url);
const files = existsSync(FOLDER)
	? readdirSync(FOLDER).filter((name) => /^fosdem-2025\.xml$|03-20\.xml$/.test(name))
	: [];

/** The titles of all talks of a Pentabarf file, read as simply as can be. */
function titlesOf(xml: string): string[] {
	const titles: string[] = [];
	const open: string[] = [];
	const parser = new SaxesParser();
	parser.on("opentag", ({ name }) => {
		open.push(name);
		if (open.slice(-2).join("/") === "event/title") titles.push("");
	});
	parser.on("closetag", () => void open.pop());
	const add = (text: string) => {
		if (open.slice(-2).join("/") === "event/title") titles.push((titles.pop() ?? "") + text);
	};
	parser.on("text", add);
	parser.on("cdata", add);
	parser.write(xml).close();
	return titles.map((title) => title.trim());
}

describe.skipIf(files.length === 0)(
	files.length === 0 ? "real titles (skipped: there are no ../shared/schedules)" : "real titles",
	() => {
		test.each(files)("of %s survive in headings, links, notes and takeaways", (name) => {
			const titles = titlesOf(readFileSync(new URL(name, FOLDER), "utf8"));
			expect(titles.length).toBeGreaterThan(900);
			const talks = titles.map((title, index) =>
				talkWith({
					slug: String(index),
					title,
					start: new Date(index * 60_000),
					speakers: [title],
					note: noteWith(title, [title]),
				}),
			);
			const { root, headings } = readBack(compileTalks(talks));
			expect(headings).toEqual(["## Track", ...titles.map((title) => `### ${title}`)]);
			const plain = titles.map((title) => toPlainText(parseMarkdown(title)));
			expect(
				listTalkSections(root).map((section) => {
					const [line, note] = section.blocks;
					return [toPlainText(line), toPlainText(note), listTakeaways(section)];
				}),
			).toEqual(titles.map((title, index) => [`${title} by ${title}`, plain[index], [plain[index]]]));
		});

		test.each(files)("of %s are read back from front matter as they are", (name) => {
			const titles = titlesOf(readFileSync(new URL(name, FOLDER), "utf8"));
			for (const title of titles) {
				const yaml = writeFrontMatter({ ...EMPTY_CONTENT, title, tags: [title] }, "hugo", null);
				expect(load(yaml.slice(4, -4))).toEqual({ title, tags: [title] });
			}
		});
	},
);
