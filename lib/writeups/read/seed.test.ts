import { existsSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { beforeAll, describe, expect, test } from "vitest";
import { readSchedule } from "@/lib/schedule/formats";
import { formattedTree } from "@/lib/testing/formatted-tree";
import { compileWriteUp } from "../compile/compile";
import type { CompiledTalk } from "../compile/types";
import { DEFAULT_OPTIONS } from "../options";
import { findPostUrls } from "./links";
import { parsePost } from "./read-post";
import type { ParsedPost } from "./types";
import { toUrlKey } from "./url-key";

const POST = new URL("../../../../shared/seed/fosdem-2026-the-talks-i-missed.md", import.meta.url);
const SCHEDULE = new URL("../../../../shared/schedules/fosdem-2026.as-of-2026-03-20.xml", import.meta.url);
const isThere = existsSync(POST) && existsSync(SCHEDULE);

/** The talks of a real conference, as write-ups know them. */
async function talksOf(file: URL): Promise<Map<number, CompiledTalk>> {
	const { schedule } = await readSchedule(readFileSync(file));
	const names = new Map(schedule.speakers.map(({ key, name }) => [key, name]));
	return new Map(
		schedule.talks.map((talk, index) => [
			index + 1,
			{
				id: index + 1,
				slug: talk.slug,
				title: talk.title,
				url: talk.url,
				start: talk.start,
				day: talk.day,
				conference: { slug: schedule.conference.slug, title: schedule.conference.title },
				track: null,
				room: null,
				speakers: talk.speakers.map((key) => names.get(key) ?? ""),
				links: talk.links,
				mark: null,
				note: null,
				addresses: talk.url === null ? [] : [talk.url],
			},
		]),
	);
}

function split(post: string) {
	const [, yaml = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(post) ?? [];
	return { frontMatter: load(yaml), body };
}

describe.skipIf(!isThere)(isThere ? "the seed" : "the seed (skipped: there is no ../shared)", () => {
	let talks: Map<number, CompiledTalk>;
	let post: string;
	let read: ParsedPost;

	beforeAll(async () => {
		talks = await talksOf(SCHEDULE);
		post = readFileSync(POST, "utf8");
		const byKey = new Map([...talks.values()].map(({ id, url }) => [toUrlKey(url ?? ""), id]));
		read = parsePost(
			post,
			(address) => byKey.get(toUrlKey(address)) ?? null,
			(id) => talks.get(id),
		);
	});

	test("is one write-up with its sections in order, its talks in their places, and all of their takeaways", () => {
		const { sections } = read.content;
		const items = sections.flatMap((section) => section.items);
		expect(sections.map(({ items, prose }) => [items.length, prose !== ""])).toEqual([
			[0, true],
			[2, true],
			[1, false],
			[6, false],
			[4, false],
			[5, false],
			[0, true],
			[0, true],
		]);
		const guids = items.map(({ talkId }) => /event\/(\w+)-/.exec(talks.get(talkId ?? 0)?.url ?? "")?.[1]);
		expect(guids).toEqual(
			"8AS3XD 7SP8BL 9SZVST 7SP8BL 89X8KV UFFUHQ BYACG8 GCG83H ATTMUV ZHE7VJ Y9JJBX RGCTDY DB8BTE BJCN93 EP8AMW P8AAT3 FGBYKV 8WJKEH".split(
				" ",
			),
		);
		expect(items.filter(({ heading }) => heading === "").map(({ id }) => id)).toEqual(["i4"]);
		const lists = items.map(({ takeaways }) => takeaways?.length ?? 0).filter((count) => count > 0);
		expect([lists.length, lists.reduce((a, b) => a + b, 0)]).toEqual([17, 68]);
		expect(read.unknown).toEqual([]);
		expect(read.problems).toEqual([]);
	});

	test("keeps the words of its links, seven of which are not those of the heading above", () => {
		const items = read.content.sections.flatMap((section) => section.items);
		const linkTexts = items.map(({ text }) => /\[([^\]]+)\]\(https:\/\/fosdem\.org/.exec(text ?? "")?.[1]);
		const headings = items.map(({ heading, talkId }) => heading ?? talks.get(talkId ?? 0)?.title);
		expect(headings.filter((heading, index) => heading !== linkTexts[index]).length).toBe(7);
	});

	test("is told to be as Hugo has it", () => {
		expect(read.options).toEqual({ ...DEFAULT_OPTIONS, recordings: false, slides: false });
		expect(read.content.frontMatter).toMatch(/^#.*$/);
		expect(findPostUrls(post).length).toBeGreaterThan(17);
	});

	test("is written as the same document", () => {
		const markdown = compileWriteUp(read.content, talks, read.options);
		expect(formattedTree(split(markdown).body)).toEqual(formattedTree(split(post).body));
		expect(split(markdown).frontMatter).toEqual(split(post).frontMatter);
		expect(split(markdown).body).toBe(split(post).body);
	});
});
