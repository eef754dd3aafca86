import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureCpuTime } from "@/lib/testing/cpu-time";
import { runs } from "@/lib/testing/property-runs";
import { isSameContent } from "./content";
import { type Conflict, type ConflictChoice, type Reconciled, reconcile, resolveConflict } from "./reconcile";
import type { NoteContent, Takeaway } from "./types";

const ofText = (text: string): NoteContent => ({ text, takeaways: [] });
const ofTakeaways = (...takeaways: Takeaway[]): NoteContent => ({ text: "", takeaways });
const mergeTexts = (base: string, mine: string, theirs: string) => {
	const { merged, conflicts } = reconcile(ofText(base), ofText(mine), ofText(theirs));
	return { text: merged.text, conflicts: conflicts.map(({ mine, theirs }) => ({ mine, theirs })) };
};
const mergeTakeaways = (base: Takeaway[], mine: Takeaway[], theirs: Takeaway[]) => {
	const found = reconcile(ofTakeaways(...base), ofTakeaways(...mine), ofTakeaways(...theirs));
	return {
		takeaways: found.merged.takeaways,
		conflicts: found.conflicts.map(({ mine, theirs }) => ({ mine, theirs })),
	};
};

describe("two texts that were made of one", () => {
	test("merge where they changed different paragraphs, also ones beside each other", () => {
		expect(mergeTexts("one\n\ntwo\n\nthree", "ONE one\n\ntwo\n\nthree", "one\n\ntwo\n\nthree, and more")).toEqual({
			text: "ONE one\n\ntwo\n\nthree, and more",
			conflicts: [],
		});
		expect(mergeTexts("one\n\ntwo", "1\n\ntwo", "one\n\n2")).toEqual({ text: "1\n\n2", conflicts: [] });
	});

	test("merge where one edits a paragraph and the other adds, removes and moves others", () => {
		expect(mergeTexts("one\n\ntwo\n\nthree", "one\n\ntwo, edited\n\nthree", "zero\n\none\n\ntwo\n\nnew")).toEqual({
			text: "zero\n\none\n\ntwo, edited\n\nnew",
			conflicts: [],
		});
		expect(mergeTexts("one\n\ntwo\n\nthree", "one\n\ntwo\n\nthree, edited", "two\n\none\n\nthree")).toEqual({
			text: "two\n\none\n\nthree, edited",
			conflicts: [],
		});
	});

	test("conflict where both changed one paragraph, and in that alone", () => {
		expect(mergeTexts("a b\n\nc\n\nd", "a b mine\n\nc\n\nd, mine", "a b theirs\n\nc\n\nd\n\ne")).toEqual({
			text: "a b mine\n\nc\n\nd, mine\n\ne",
			conflicts: [{ mine: "a b mine", theirs: "a b theirs" }],
		});
	});

	test("conflict where one edited what the other removed", () => {
		expect(mergeTexts("one\n\ntwo", "one", "one\n\ntwo, edited")).toEqual({
			text: "one",
			conflicts: [{ mine: "", theirs: "two, edited" }],
		});
		expect(mergeTexts("one\n\ntwo", "one\n\ntwo, edited", "one")).toEqual({
			text: "one\n\ntwo, edited",
			conflicts: [{ mine: "two, edited", theirs: "" }],
		});
	});

	test("keep both what they added at one place, theirs first, and once what is the same", () => {
		expect(mergeTexts("one", "one\n\nmine\n\nsame", "one\n\ntheirs\n\nsame")).toEqual({
			text: "one\n\ntheirs\n\nmine\n\nsame",
			conflicts: [],
		});
		expect(mergeTexts("", "mine", "theirs")).toEqual({ text: "theirs\n\nmine", conflicts: [] });
	});

	test("keep the fuller one where the other one is in it", () => {
		expect(mergeTexts("", "typed, and mo", "typed, and more").text).toBe("typed, and more");
		expect(mergeTexts("a", "a and b and c", "a and b")).toEqual({ text: "a and b and c", conflicts: [] });
		// What one of them took away does not come back unasked.
		expect(mergeTexts("a and b", "a", "a and b and c").conflicts).toEqual([{ mine: "a", theirs: "a and b and c" }]);
		// One letter in a word of the other is not the same.
		expect(mergeTexts("", "a", "banana").text).toBe("banana\n\na");
	});

	test("keep fenced code whole", () => {
		const code = (second: string, last: string) => `\`\`\`\nfirst\n\n${second}\n\n${last}\n\`\`\``;
		expect(mergeTexts(code("b", "c"), code("mine", "c"), code("b", "theirs")).conflicts).toEqual([
			{ mine: code("mine", "c"), theirs: code("b", "theirs") },
		]);
	});

	test("keep the blank lines and line ends that one of them typed", () => {
		expect(mergeTexts("a\n\nb", "a\n\nb\n", "a, edited\n\nb").text).toBe("a, edited\n\nb\n");
		expect(mergeTexts("a\n\nb\n", "a\n\n\n\nb\n", "a\n\nb, edited\n").text).toBe("a\n\n\n\nb, edited\n");
	});

	test("are merged in time, also where they are long and alike", () => {
		const long = Array.from({ length: 8_000 }, (_, index) => `${index % 50} ****`).join("\n\n");
		const merge = () => expect(mergeTexts(long, `mine\n\n${long}`, `${long}\n\ntheirs`).conflicts).toEqual([]);
		expect(measureCpuTime(merge)).toBeLessThan(3_000);
	});
});

describe("two lists of takeaways that were made of one", () => {
	const [a, b, c] = ["a", "b", "c"].map((id) => ({ id, text: `text of ${id}` })) as [Takeaway, Takeaway, Takeaway];
	const edited = (takeaway: Takeaway, by: string): Takeaway => ({ ...takeaway, text: `${takeaway.text}, ${by}` });
	const added = (id: string): Takeaway => ({ id, text: id });

	test("merge where they changed different ones, or the text and the time of one", () => {
		const theirs = [a, { ...b, time: 754 }, edited(c, "theirs")];
		expect(mergeTakeaways([a, b, c], [a, edited(b, "mine"), c], theirs)).toEqual({
			takeaways: [a, { ...edited(b, "mine"), time: 754 }, edited(c, "theirs")],
			conflicts: [],
		});
	});

	test("conflict where both changed the text or the time of one", () => {
		expect(mergeTakeaways([a], [edited(a, "mine")], [edited(a, "theirs")])).toEqual({
			takeaways: [edited(a, "mine")],
			conflicts: [{ mine: edited(a, "mine"), theirs: edited(a, "theirs") }],
		});
		const timed = { ...a, time: 1 };
		expect(mergeTakeaways([timed], [{ ...edited(a, "mine"), time: 2 }], [a])).toEqual({
			takeaways: [{ ...edited(a, "mine"), time: 2 }],
			conflicts: [{ mine: { ...edited(a, "mine"), time: 2 }, theirs: edited(a, "mine") }],
		});
	});

	test("conflict where one edited what the other removed, and not where one only removed", () => {
		expect(mergeTakeaways([a, b, c], [a, c], [a, edited(b, "theirs")])).toEqual({
			takeaways: [a],
			conflicts: [{ mine: null, theirs: edited(b, "theirs") }],
		});
		expect(mergeTakeaways([a, b], [edited(a, "mine"), b], [b])).toEqual({
			takeaways: [edited(a, "mine"), b],
			conflicts: [{ mine: edited(a, "mine"), theirs: null }],
		});
	});

	test("come in the order of both: what one moved is moved, what both added stands where they did", () => {
		expect(mergeTakeaways([a, b, c], [b, a, c], [a, b, c]).takeaways).toEqual([b, a, c]);
		expect(mergeTakeaways([a, b, c], [edited(a, "mine"), b, c], [c, a, b]).takeaways).toEqual([
			c,
			edited(a, "mine"),
			b,
		]);
		const [x, y, z] = ["x", "y", "z"].map(added) as [Takeaway, Takeaway, Takeaway];
		expect(mergeTakeaways([a, b], [a, x, b], [z, a, y, b])).toEqual({ takeaways: [z, a, y, x, b], conflicts: [] });
	});
});

/** Words of its own for every call, so that it can be told who wrote what. */
const word = fc.integer({ min: 0, max: 2 ** 31 }).map((number) => `w${number.toString(36).padStart(6, "0")}`);
const paragraph = fc.oneof(
	fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" ")),
	fc.tuple(word, word).map(([first, second]) => `\`\`\`\n${first}\n\n${second}\n\`\`\``),
);
const takeaway = fc.record(
	{ id: fc.constantFrom(..."abcdefgh"), text: word, time: fc.integer({ min: 0, max: 3 }) },
	{ requiredKeys: ["id", "text"] },
);
const content = fc.record({
	text: fc.array(paragraph, { maxLength: 5 }).map((all) => all.join("\n\n")),
	takeaways: fc.uniqueArray(takeaway, { selector: ({ id }) => id, maxLength: 5 }),
});

type Edit = (paragraphs: string[], takeaways: Takeaway[]) => void;
const position = fc.nat({ max: 9 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
	fc.tuple(position, paragraph).map(
		([at, put]): Edit =>
			(paragraphs) =>
				paragraphs.splice(at, 0, put),
	),
	fc.tuple(position, paragraph).map(
		([at, put]): Edit =>
			(paragraphs) =>
				paragraphs.splice(at, 1, put),
	),
	fc.tuple(position, word).map(
		([at, more]): Edit =>
			(paragraphs) => {
				if (paragraphs[at]?.startsWith("w")) paragraphs[at] += ` ${more}`;
			},
	),
	position.map(
		(at): Edit =>
			(paragraphs) =>
				paragraphs.splice(at, 1),
	),
	fc.tuple(position, position).map(
		([from, to]): Edit =>
			(paragraphs) =>
				paragraphs.splice(to, 0, ...paragraphs.splice(from, 1)),
	),
	fc.tuple(position, position).map(
		([from, to]): Edit =>
			(_, all) =>
				all.splice(to, 0, ...all.splice(from, 1)),
	),
	position.map(
		(at): Edit =>
			(_, all) =>
				all.splice(at, 1),
	),
	fc.tuple(position, takeaway).map(
		([at, put]): Edit =>
			(_, all) => {
				const old = all.findIndex(({ id }) => id === put.id);
				if (old === -1) all.splice(at, 0, put);
				else all[old] = put;
			},
	),
);

function edited({ text, takeaways }: NoteContent, edits: readonly Edit[]): NoteContent {
	const paragraphs = text === "" ? [] : text.split(/\n\n(?!\S+\n```)/);
	const all = [...takeaways];
	for (const change of edits) change(paragraphs, all);
	return { text: paragraphs.join("\n\n"), takeaways: all };
}

/** A note and what two made of it. */
const triple = fc
	.tuple(content, fc.array(edit, { maxLength: 5 }), fc.array(edit, { maxLength: 5 }))
	.map(([base, mine, theirs]) => ({ base, mine: edited(base, mine), theirs: edited(base, theirs) }));
const pick = fc.infiniteStream(fc.constantFrom<ConflictChoice>("mine", "theirs", "both"));

function wordsOf({ text, takeaways }: NoteContent): string[] {
	return [text, ...takeaways.map((each) => each.text)].join(" ").match(/w\w+/g) ?? [];
}

const textOf = (version: Conflict["mine"]) => (typeof version === "string" ? version : (version?.text ?? ""));

/** What is merged, and what is shown to choose from. */
function wordsIn({ merged, conflicts }: Pick<Reconciled, "merged" | "conflicts">): string[] {
	const conflictTexts = conflicts.flatMap(({ mine, theirs }) => [textOf(mine), textOf(theirs)]);
	return [...wordsOf(merged), ...wordsOf({ text: conflictTexts.join(" "), takeaways: [] })];
}

describe("two notes that were made of one, whatever they are", () => {
	test("lose nothing that either side wrote: it is merged, or shown to choose from", () => {
		fc.assert(
			fc.property(triple, ({ base, mine, theirs }) => {
				const { merged, conflicts } = reconcile(base, mine, theirs);
				const found = new Set(wordsIn({ merged, conflicts }));
				const known = new Set(wordsOf(base));
				const typedWords = [...wordsOf(mine), ...wordsOf(theirs)].filter((each) => !known.has(each));
				expect(typedWords.filter((each) => !found.has(each))).toEqual([]);
				// What both left as it was stays as well.
				const left = wordsOf(mine).filter((each) => wordsOf(theirs).includes(each));
				expect(left.filter((each) => !found.has(each))).toEqual([]);
			}),
			runs(2_000),
		);
	});

	test("are the other side's where one changed nothing, and without conflict where both did the same", () => {
		fc.assert(
			fc.property(triple, ({ base, mine }) => {
				expect(reconcile(base, mine, base)).toEqual({ merged: mine, conflicts: [], base: base });
				expect(reconcile(base, base, mine)).toEqual({ merged: mine, conflicts: [], base: mine });
				expect(reconcile(base, mine, mine)).toEqual({ merged: mine, conflicts: [], base: mine });
			}),
			runs(2_000),
		);
	});

	test("have every takeaway once", () => {
		fc.assert(
			fc.property(triple, ({ base, mine, theirs }) => {
				const { merged, base: ground } = reconcile(base, mine, theirs);
				for (const { takeaways } of [merged, ground]) {
					expect(new Set(takeaways.map(({ id }) => id)).size).toBe(takeaways.length);
				}
			}),
			runs(2_000),
		);
	});

	test("have the same in them whichever side is mine", () => {
		fc.assert(
			fc.property(triple, ({ base, mine, theirs }) => {
				const known = new Set(wordsOf(base));
				const typedWords = (found: Reconciled) => new Set(wordsIn(found).filter((each) => !known.has(each)));
				expect(typedWords(reconcile(base, mine, theirs))).toEqual(typedWords(reconcile(base, theirs, mine)));
			}),
			runs(2_000),
		);
	});

	test("show the same when they are reconciled again, until each conflict is decided", () => {
		fc.assert(
			fc.property(triple, pick, ({ base, mine, theirs }, choices) => {
				let left = reconcile(base, mine, theirs);
				if (left.conflicts.length === 0) expect(left.base).toEqual(theirs);
				const again = reconcile(left.base, left.merged, theirs);
				const known = wordsOf(base);
				const lost = wordsIn(left).filter((each) => !known.includes(each) && !wordsIn(again).includes(each));
				expect(lost).toEqual([]);
				let id = 0;
				for (let rounds = 0; left.conflicts.length > 0; rounds++) {
					expect(rounds).toBeLessThan(20);
					const [conflict] = left.conflicts;
					const choice: ConflictChoice | undefined = choices.next().value;
					if (!conflict || !choice) return;
					const state = { base: left.base, mine: left.merged, theirs };
					const decided = resolveConflict(state, { key: conflict.key, choice }, () => `new-${id++}`);
					const versions = { mine: [conflict.mine], theirs: [conflict.theirs], both: [conflict.mine, conflict.theirs] };
					for (const version of versions[choice]) {
						const decidedTexts = [decided.merged.text, ...decided.merged.takeaways.map((each) => each.text)].join("\n");
						expect(decidedTexts).toContain(textOf(version));
					}
					left = decided;
				}
				expect(left.base).toEqual(theirs);
			}),
			runs(2_000),
		);
	});

	test("end as what was chosen, where one side is chosen everywhere and the other changed nothing else", () => {
		const base = { text: "a b\n\nc", takeaways: [{ id: "a", text: "one" }] };
		const mine = { text: "a b mine\n\nc", takeaways: [{ id: "a", text: "one, mine" }] };
		const theirs = { text: "a b theirs\n\nc", takeaways: [{ id: "a", text: "one, theirs" }] };
		const decideAll = (choice: ConflictChoice) => {
			let left = reconcile(base, mine, theirs);
			expect(left.conflicts).toHaveLength(2);
			for (const { key } of left.conflicts) {
				left = resolveConflict({ base: left.base, mine: left.merged, theirs }, { key, choice }, () => "new");
			}
			return left.merged;
		};
		expect(isSameContent(decideAll("mine"), mine)).toBe(true);
		expect(isSameContent(decideAll("theirs"), theirs)).toBe(true);
		expect(decideAll("both")).toEqual({
			text: "a b theirs\n\na b mine\n\nc",
			takeaways: [
				{ id: "a", text: "one, theirs" },
				{ id: "new", text: "one, mine" },
			],
		});
	});
});
