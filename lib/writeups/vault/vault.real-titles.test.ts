import { existsSync, readdirSync, readFileSync } from "node:fs";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { unzip } from "@/lib/testing/unzip";
import { compiledWith, talkWith } from "../export/sample";
import type { ExportedTalk } from "../export/types";
import { DEFAULT_OPTIONS } from "../options";
import { vaultFiles } from "./files";
import { openVault } from "./open-vault";
import { planVault } from "./plan";
import { zipStream } from "./zip";

const FOLDER = new URL("../../../../shared/schedules/", import.meta.url);
const files = existsSync(FOLDER)
	? readdirSync(FOLDER).filter((name) => /^fosdem-2025\.xml$|03-20\.xml$/.test(name))
	: [];

type RealTalk = { title: string; track: string; persons: string[] };

/** The talks of a Pentabarf file, read as simply as can be. */
function talksOf(xml: string): RealTalk[] {
	const talks: RealTalk[] = [];
	const open: string[] = [];
	const parser = new SaxesParser();
	parser.on("opentag", ({ name }) => {
		open.push(name);
		if (name === "event") talks.push({ title: "", track: "", persons: [] });
		if (name === "person") talks.at(-1)?.persons.push("");
	});
	parser.on("closetag", () => void open.pop());
	const add = (text: string) => {
		const talk = talks.at(-1);
		const path = open.slice(-2).join("/");
		if (!talk) return;
		if (path === "event/title") talk.title += text;
		if (path === "event/track") talk.track += text;
		if (path === "persons/person") talk.persons.push((talk.persons.pop() ?? "") + text);
	};
	parser.on("text", add);
	parser.on("cdata", add);
	parser.write(xml).close();
	return talks;
}

describe.skipIf(files.length === 0)(
	files.length === 0 ? "real vaults (skipped: there are no ../shared/schedules)" : "real vaults",
	() => {
		test.each(files)("of %s hold every title, and every link leads to one note", async (name) => {
			const real = talksOf(readFileSync(new URL(name, FOLDER), "utf8"));
			expect(real.length).toBeGreaterThan(900);
			const talks: ExportedTalk[] = real.map(({ title, track, persons }, id) =>
				talkWith({
					id,
					title: title.trim(),
					track: { slug: track, name: track, position: 0 },
					speakers: persons.map((person) => ({ slug: person, name: person })),
				}),
			);
			const load = async (some: readonly ExportedTalk[]) =>
				new Map(some.map((talk) => [talk.id, compiledWith(talk, { text: talk.title, takeaways: [] })] as const));
			const stream = zipStream(vaultFiles({ plan: planVault(talks), writeUp: null, options: DEFAULT_OPTIONS, load }));
			const archived = await unzip(new Uint8Array(await new Response(stream).arrayBuffer()));
			const notes = openVault(archived);
			const names = new Set(notes.map((note) => note.name.normalize("NFC").toLowerCase()));
			expect(names.size).toBe(notes.length);
			for (const note of notes) {
				expect(note.name).not.toMatch(/[<>:"/\\|?*#^[\]\p{Cc}]|^[\s.]|[\s.]$/u);
				expect(Buffer.byteLength(note.name)).toBeLessThanOrEqual(200);
				expect(note.links.filter((link) => !names.has(link.toLowerCase()))).toEqual([]);
			}
			const titles = notes.filter(({ path }) => path.startsWith("Talks/")).map(({ properties }) => properties.title);
			expect(titles.toSorted()).toEqual(talks.map(({ title }) => title).toSorted());
		});
	},
);
