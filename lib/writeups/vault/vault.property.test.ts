import fc from "fast-check";
import { expect, test } from "vitest";
import { hostileLine, hostileMarkdown } from "@/lib/testing/hostile-markdown";
import { runs } from "@/lib/testing/property-runs";
import { unzip } from "@/lib/testing/unzip";
import { CONFERENCE, compiledWith, talkWith } from "../export/sample";
import type { ExportedTalk } from "../export/types";
import { DEFAULT_OPTIONS } from "../options";
import { vaultFiles } from "./files";
import { openVault } from "./open-vault";
import { planVault } from "./plan";
import { zipStream } from "./zip";

const OTHER = { ...CONFERENCE, slug: "other", title: "CON: [other] #2" };

const name = fc
	.oneof(
		hostileLine,
		fc.string({ unit: "grapheme", maxLength: 80 }),
		fc.constantFrom(
			"---",
			": ",
			"'a' \"b\"",
			"*",
			"# x",
			"@x",
			"\tx",
			"yes",
			"2026-01-31",
			"~",
			"]]",
			"[[x]]",
			"\u0085\u007f",
		),
	)
	// As the database has texts.
	.map((text) => text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, ""));
const named = name.map((text) => ({ slug: text || "none", name: text }));
const talk = fc.record({
	title: name,
	conference: fc.constantFrom(CONFERENCE, OTHER),
	track: fc.option(named.map((each) => ({ ...each, position: 0 }))),
	speakers: fc.array(named, { maxLength: 3 }),
	topics: fc.array(named, { maxLength: 3 }),
	note: fc.option(fc.record({ text: hostileMarkdown, takeaways: fc.array(hostileLine, { maxLength: 3 }) })),
});

test("every link of a vault leads to just one note, and every property reads back, whatever its texts hold", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(talk, { maxLength: 6 }), async (all) => {
			const notes = new Map(all.map(({ note }, id) => [id, note]));
			const talks: ExportedTalk[] = all.map(({ note: _note, ...parts }, id) => talkWith({ ...parts, id }));
			const load = async (some: readonly ExportedTalk[]) =>
				new Map(
					some.map((talk) => {
						const note = notes.get(talk.id);
						const takeaways = note?.takeaways.map((text, index) => ({ id: `${index}`, text })) ?? [];
						return [talk.id, compiledWith(talk, note ? { text: note.text, takeaways } : null)] as const;
					}),
				);
			const plan = planVault(talks);
			const stream = zipStream(vaultFiles({ plan, writeUp: null, options: DEFAULT_OPTIONS, load }));
			const files = await unzip(new Uint8Array(await new Response(stream).arrayBuffer()));
			const opened = openVault(files);

			expect(new Set(files.map(({ path }) => path.normalize("NFC").toLowerCase())).size).toBe(files.length);
			const names = opened.map((note) => note.name);
			expect(new Set(names.map((each) => each.toLowerCase())).size).toBe(names.length);
			const ofProperties = JSON.stringify(opened.map(({ properties }) => properties)).match(/\[\[[^\]]+\]\]/g) ?? [];
			expect(ofProperties.length).toBeGreaterThanOrEqual(talks.length);
			for (const talk of talks) {
				const note = opened.find((each) => each.name === plan.nameOfTalk(talk.id));
				const links = (names: readonly (string | null)[]) => names.map((each) => `[[${each}]]`);
				expect(note?.properties).toMatchObject({
					...(talk.title !== "" && { title: talk.title }),
					conference: `[[${plan.nameOfConference(talk)}]]`,
					...(talk.track && { track: `[[${plan.nameOfTrack(talk)}]]` }),
					...(talk.speakers.length > 0 && { speakers: links(plan.namesOfSpeakers(talk)) }),
				});
				const tags = (note?.properties.tags ?? []) as unknown[];
				for (const tag of tags) expect(tag).toMatch(/^(?=.*[^\p{N}])[\p{L}\p{M}\p{N}_/-]+$/u);
				const linked = [
					plan.nameOfConference(talk),
					...plan.namesOfTopics(talk),
					...plan.namesOfSpeakers(talk),
					...(talk.track ? [plan.nameOfTrack(talk) ?? ""] : []),
				];
				for (const each of linked) {
					expect(note?.links).toContain(each);
					expect(names.filter((other) => other === each)).toHaveLength(1);
				}
			}
			for (const note of opened) {
				const isTalk = note.path.startsWith("Talks/");
				if (!isTalk) expect(note.links.filter((link) => !names.includes(link))).toEqual([]);
			}
		}),
		runs(40),
	);
});
