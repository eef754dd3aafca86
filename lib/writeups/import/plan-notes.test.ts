import fc from "fast-check";
import { expect, test } from "vitest";
import { toStorableContent } from "@/lib/notes/storable";
import { anyWriteUp } from "@/lib/testing/any-write-up";
import { runs } from "@/lib/testing/property-runs";
import { compileWriteUp } from "../compile/compile";
import type { CompiledTalk } from "../compile/types";
import { parsePost } from "../read/read-post";
import { toUrlKey } from "../read/url-key";
import { planNotes } from "./plan-notes";
import { isEquivalentPost } from "./read";
import { NOTE_CHOICES, type PlannedNote } from "./types";

function withNotes(talks: ReadonlyMap<number, CompiledTalk>, notes: readonly PlannedNote[]) {
	const changed = new Map(notes.flatMap(({ talkId, content }) => (content ? [[talkId, content] as const] : [])));
	return new Map(
		[...talks].map(([id, talk]) => {
			const note = changed.get(id);
			return [id, note ? { ...talk, note: { ...note, updatedAt: talk.start } } : talk];
		}),
	);
}

test("whatever becomes of notes, the write-up is written as it was read", () => {
	fc.assert(
		fc.property(anyWriteUp, fc.constantFrom(...NOTE_CHOICES), (writeUp, choice) => {
			const { talks } = writeUp;
			const byKey = new Map(
				[...talks.values()].flatMap(({ id, addresses }) => addresses.map((each) => [toUrlKey(each), id])),
			);
			const out = compileWriteUp(writeUp.content, talks, writeUp.options);
			const { content, options } = parsePost(
				out,
				(address) => byKey.get(toUrlKey(address)) ?? null,
				(id) => talks.get(id),
			);
			let count = 0;
			const newId = () => `new-${count++}`;
			const choices = new Map([...talks.keys()].map((id) => [id, choice]));
			const planned = planNotes({ content, options, talks, choices, newId });
			const after = withNotes(talks, planned.notes);
			expect(compileWriteUp(planned.content, after, options)).toBe(out);
			for (const { talkId, fate } of planned.notes) {
				const before = talks.get(talkId)?.note;
				const stored = before && toStorableContent(before);
				const now = after.get(talkId)?.note;
				if (fate === "kept" || fate === "same") expect(now).toEqual(before);
				if (fate === "added") {
					expect(now?.text).toContain(stored?.text.trim());
					expect(now?.takeaways).toEqual(expect.arrayContaining([...(stored?.takeaways ?? [])]));
				}
			}
		}),
		runs(30),
	);
});

test("posts say the same where only their signs differ", () => {
	const post = '---\ntitle: "A"\ntags: [x, y]\n---\n\n* *one*\n* two\n';
	expect(isEquivalentPost(post, "---\ntags:\n  - y\ntitle: A\n---\n\n- one\n")).toBe(false);
	expect(isEquivalentPost(post, '---\ntitle: A\ntags:\n  - "x"\n  - "y"\n---\n\n- _one_\n\n- two\n')).toBe(true);
});
