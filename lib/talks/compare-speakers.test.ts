import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "@/lib/testing/property-runs";
import { areNameVariants, compareSpeakers, getNamespace, type SpeakerIdentity } from "./compare-speakers";

describe("names", () => {
	it.each([
		["Bradley M. Kuhn", "Bradley M. Kühn"],
		["Bradley M. Kuhn", "Bradley Kuhn"],
		["Bradley M. Kuhn", "B. Kuhn"],
		["Aeva Black", "Æva Black"],
		["Felix", "FelixS"],
		["Rizki Kelimutu (Kiki)", "rizki kelimutu"],
		['Jo "Buoy" Harker', "Jo Harker"],
		["Ciarán O'Riordan", "Ciaran O’Riordan"],
		["Jan-Simon Möller", "Jan Simon Moeller"],
		["LOVELACE Ada", "Ada Lovelace"],
		["Jon Smith", "John Smith"],
		["Łukasz Brandt", "Lukasz Brandt"],
		["Tomasz Wisniewski", "Tomasz Wiśnewski"],
		["Iain Smith", "Iian Smith"],
		["李 小龙", "小龙 李"],
		["J. R. Tolkien", "R. Tolkien"],
		["(Kiki)", "Kiki"],
		["🐧", "🐧"],
	])("takes %s and %s for one", (one, other) => {
		expect([areNameVariants(one, other), areNameVariants(other, one)]).toEqual([true, true]);
	});

	it.each([
		["Rizki Kelimutu (Kiki)", "Mitchell Baker"],
		["Ada Lovelace", "Ada Byron"],
		["Ann Lee", "Ann Li"],
		["Ana Lee", "Ann Lee"],
		["Mario Silba", "Maria Silva"],
		["J. S.", "John Smith"],
		["X. Tolkien", "J. R. Tolkien"],
		["Bradley M. Kuhn", "Bradley X. Kuhn"],
		["Felix", "Felix Mendelssohn"],
		["Maria Garcia", "Maria Garcia Lopez"],
		["Ada Ada", "Ada Bob"],
		["李 小龙", "李 小明"],
		["🐧", "🦀"],
		["", "Ada"],
		[`${"a ".repeat(40)}Ada`, `${"a ".repeat(41)}Ada`],
	])("takes %s and %s for two", (one, other) => {
		expect([areNameVariants(one, other), areNameVariants(other, one)]).toEqual([false, false]);
	});
});

it("takes the host of a conference's page for where its ids are known, else that of its schedule", () => {
	const cases: [string | null, string][] = [
		["https://www.FOSDEM.org/2026/schedule/", "file.xml"],
		[null, "https://user@pretalx.example:8080/x/schedule.xml"],
		[null, "schedule.xml"],
		[null, ""],
	];
	expect(cases.map(([url, source]) => getNamespace({ url, source }))).toEqual([
		"fosdem.org",
		"pretalx.example",
		null,
		null,
	]);
});

describe("persons", () => {
	const who = (key: string, name: string, namespace: string | null = "a.example"): SpeakerIdentity => ({
		...{ key, name, namespace },
	});
	const cases: [SpeakerIdentity, SpeakerIdentity, "same" | "perhaps" | "no"][] = [
		[who("id:1", "Ada Lovelace"), who("id:1", "Ada Lovelace"), "same"],
		[who("id:1", "Bradley M. Kuhn"), who("id:1", "Bradley M. Kühn"), "same"],
		[who("id:2028", "Rizki Kelimutu (Kiki)"), who("id:2028", "Mitchell Baker"), "no"],
		[who("id:1", "Bradley M. Kuhn"), who("id:2", "Bradley M. Kühn"), "no"],
		[who("id:1", "Ada Lovelace"), who("id:2", "Ada Lovelace"), "perhaps"],
		[who("id:1", "Ada Lovelace"), who("id:1", "Ada Lovelace", "b.example"), "perhaps"],
		[who("id:1", "Ada Lovelace", null), who("id:1", "Ada Lovelace", null), "perhaps"],
		[who("code:X", "Ada Lovelace"), who("code:X", "A. Lovelace"), "same"],
		[who("code:X", "Ada Lovelace"), who("code:X", "A. Lovelace", "b.example"), "no"],
		[who("guid:1", "Ada Lovelace"), who("guid:1", "A. Lovelace", "b.example"), "same"],
		[who("guid:1", "Ada Lovelace", null), who("guid:1", "Ada Lovelace", null), "same"],
		[who("guid:1", "Ada Lovelace"), who("guid:1", "Bob Lovelace", "b.example"), "no"],
		[who("name:ada lovelace", "Ada Lovelace"), who("name:ada lovelace", "Ada Lovelace"), "same"],
		[who("name:ada lovelace", "Ada Lovelace"), who("name:ada lovelace", "Ada Lovelace", "b.example"), "perhaps"],
		[who("name:ada lovelace", "Ada Lovelace", null), who("name:ada lovelace", "Ada Lovelace", null), "perhaps"],
		[who("name:ada lovelace", "Ada Lovelace"), who("id:1", "Ada Lovelace"), "perhaps"],
		[who("name:felix", "Felix"), who("name:felix", "Felix"), "perhaps"],
		[who("hand:1", "Ada Lovelace"), who("hand:1", "Ada Lovelace"), "perhaps"],
	];
	it.each(cases)("%j and %j: %s", (one, other, expected) => {
		expect([compareSpeakers(one, other), compareSpeakers(other, one)]).toEqual([expected, expected]);
	});

	const anyWord = fc.constantFrom(
		"Ada",
		"Adam",
		"Marc",
		"Mark",
		"M.",
		"Kuhn",
		"Kühn",
		"(Kiki)",
		"Lovelace",
		"李",
		"O'Dell",
	);
	const anySpeaker = fc.record({
		key: fc.constantFrom("id:1", "id:2", "guid:1", "code:1", "name:x", "hand:1"),
		name: fc.array(anyWord, { minLength: 1, maxLength: 4 }).map((all) => all.join(" ")),
		namespace: fc.constantFrom("a.example", "b.example", null),
	});

	it("are matched alike from both sides, and never against their names or ids", () => {
		fc.assert(
			fc.property(anySpeaker, anySpeaker, (one, other) => {
				const found = compareSpeakers(one, other);
				expect(compareSpeakers(other, one)).toBe(found);
				if (found === "same") expect([one.key, areNameVariants(one.name, other.name)]).toEqual([other.key, true]);
				if (found === "perhaps") expect(one.name).toBe(other.name);
			}),
			runs(3000),
		);
	});
});
