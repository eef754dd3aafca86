import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeWriteUps } from "./merge";
import { newItem } from "./start";
import { EMPTY_CONTENT, type WriteUpContent, type WriteUpSection } from "./types";

const section = (id: string, changes: Partial<WriteUpSection> = {}): WriteUpSection => ({
	id,
	heading: id,
	prose: "",
	items: [],
	...changes,
});
const content = (changes: Partial<WriteUpContent>): WriteUpContent => ({ ...EMPTY_CONTENT, ...changes });

describe("merging what two editors made of one write-up", () => {
	const base = content({
		title: "Talks",
		intro: "One.\n\nTwo.",
		tags: ["a", "b"],
		sections: [
			section("go", { items: [newItem(1, "i1"), newItem(2, "i2")] }),
			section("rust", { items: [newItem(3, "i3")] }),
		],
	});

	it("takes from each what the other left alone", () => {
		const mine = content({ ...base, title: "Talks I missed", intro: "One, mine.\n\nTwo.", tags: ["a", "b", "c"] });
		const theirs = content({
			...base,
			intro: "One.\n\nTwo, theirs.",
			tags: ["b"],
			sections: [section("go", { ...base.sections[0], id: "go", prose: "New." }), section("rust")],
		});
		expect(mergeWriteUps(base, mine, theirs)).toEqual(
			content({
				title: "Talks I missed",
				intro: "One, mine.\n\nTwo, theirs.",
				tags: ["b", "c"],
				sections: [section("go", { ...base.sections[0], id: "go", prose: "New." }), section("rust")],
			}),
		);
	});

	it("keeps both versions of a text that both changed", () => {
		const both = mergeWriteUps(base, content({ ...base, intro: "Mine." }), content({ ...base, intro: "Theirs." }));
		expect(both.intro).toBe("Theirs.\n\nMine.");
	});

	it("keeps both versions of the place alone that both changed, and what one changed while the other removed it", () => {
		const three = (middle: string) => content({ ...base, intro: `One.\n\n${middle}\n\nThree.` });
		expect(mergeWriteUps(three("Two."), three("Mine."), three("Theirs.")).intro).toBe(
			"One.\n\nTheirs.\n\nMine.\n\nThree.",
		);
		const withTakeaways = (...texts: string[]) =>
			content({
				sections: [
					section("s", {
						items: [{ ...newItem(1, "i"), takeaways: texts.map((text, index) => ({ id: `t${index}`, text })) }],
					}),
				],
			});
		for (const [mine, theirs] of [
			[withTakeaways("One"), withTakeaways("One", "Changed")],
			[withTakeaways("One", "Changed"), withTakeaways("One")],
		] as const) {
			const merged = mergeWriteUps(withTakeaways("One", "Two"), mine, theirs);
			expect(merged.sections[0]?.items[0]?.takeaways?.map(({ text }) => text)).toEqual(["One", "Changed"]);
		}
	});

	it("moves a talk where one of them moved it, with what the other wrote for it", () => {
		const moved = content({
			...base,
			sections: [
				section("go", { items: [newItem(2, "i2")] }),
				section("rust", { items: [newItem(1, "i1"), newItem(3, "i3")] }),
			],
		});
		const edited = content({
			...base,
			sections: [
				section("go", { items: [{ ...newItem(1, "i1"), text: "Own." }, newItem(2, "i2")] }),
				section("rust", { items: [newItem(3, "i3")] }),
			],
		});
		const expected = content({
			...base,
			sections: [
				section("go", { items: [newItem(2, "i2")] }),
				section("rust", { items: [{ ...newItem(1, "i1"), text: "Own." }, newItem(3, "i3")] }),
			],
		});
		expect(mergeWriteUps(base, moved, edited)).toEqual(expected);
		expect(mergeWriteUps(base, edited, moved)).toEqual(expected);
	});

	it("keeps a talk that one removed while the other wrote on it, and its section with it", () => {
		const removed = content({ ...base, sections: [base.sections[0] ?? section("go")] });
		const edited = content({
			...base,
			sections: [
				base.sections[0] ?? section("go"),
				section("rust", { items: [{ ...newItem(3, "i3"), text: "Own." }] }),
			],
		});
		for (const merged of [mergeWriteUps(base, removed, edited), mergeWriteUps(base, edited, removed)]) {
			expect(merged).toEqual(edited);
		}
		expect(mergeWriteUps(base, removed, base)).toEqual(removed);
	});

	const text = fc.constantFrom("", "One.", "Two.", "One.\n\nTwo.", "Three.");
	const item = fc.record({
		id: fc.constantFrom("i1", "i2", "i3", "i4", "i5"),
		talkId: fc.option(fc.nat(5)),
		missingTalk: fc.constant(null),
		heading: fc.option(fc.constantFrom("", "Heading")),
		text: fc.option(text),
		takeaways: fc.option(
			fc.uniqueArray(fc.record({ id: fc.constantFrom("t1", "t2"), text }), { selector: ({ id }) => id }),
		),
		leftOut: fc.constant([]),
	});
	const any: fc.Arbitrary<WriteUpContent> = fc
		.record({
			title: text,
			intro: text,
			tags: fc.uniqueArray(fc.constantFrom("a", "b", "c")),
			headings: fc.uniqueArray(fc.constantFrom("s1", "s2", "s3", "s4")),
			items: fc.uniqueArray(fc.tuple(fc.nat(3), item), { selector: ([, { id }]) => id }),
			prose: text,
		})
		.map(({ headings, items, prose, ...rest }) =>
			content({
				...rest,
				sections: headings.map((id, index) =>
					section(id, {
						prose,
						items: items.filter(([at]) => at % headings.length === index).map(([, each]) => each),
					}),
				),
			}),
		);

	it("is what one of them made where the other changed nothing, and where both made the same", () => {
		fc.assert(
			fc.property(any, any, (before, after) => {
				expect(mergeWriteUps(before, after, before)).toEqual(after);
				expect(mergeWriteUps(before, before, after)).toEqual(after);
				expect(mergeWriteUps(before, after, after)).toEqual(after);
			}),
		);
	});

	const textsOf = (write: WriteUpContent) => [
		write.intro,
		...write.sections.flatMap(({ prose, items }) => [prose, ...items.map((each) => each.text ?? "")]),
	];
	it("has every text that either of them newly typed, and every place once", () => {
		fc.assert(
			fc.property(any, any, any, (before, mine, theirs) => {
				const merged = mergeWriteUps(before, mine, theirs);
				const mergedWords = new Set(textsOf(merged).flatMap((each) => each.split(/\s+/)));
				const known = new Set(textsOf(before).flatMap((each) => each.split(/\s+/)));
				for (const typed of [...textsOf(mine), ...textsOf(theirs)].flatMap((each) => each.split(/\s+/))) {
					if (typed !== "" && !known.has(typed)) expect(mergedWords).toContain(typed);
				}
				const ids = merged.sections.flatMap(({ items }) => items.map(({ id }) => id));
				expect(ids).toEqual([...new Set(ids)]);
			}),
		);
	});
});
