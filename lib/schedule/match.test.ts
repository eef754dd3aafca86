import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveGuid } from "./identity";
import { matchTalks } from "./match";
import type { StoredTalk } from "./stored";
import type { ScheduleTalk } from "./types";

const TEXT = { markup: "markdown", text: "" } as const;

function talk(key: string, changes: Partial<ScheduleTalk> = {}): ScheduleTalk {
	return {
		key,
		guid: /^guid:([^@]*)/.exec(key)?.[1] ?? null,
		slug: key.replaceAll(/[^a-z0-9]/gi, "-"),
		title: `On ${key}`,
		subtitle: "",
		type: "",
		language: "",
		day: "2026-01-31",
		start: new Date("2026-01-31T09:00:00Z"),
		duration: 30,
		track: null,
		room: "a",
		url: null,
		isCancelled: false,
		willBeRecorded: null,
		abstract: TEXT,
		description: TEXT,
		speakers: ["id:1"],
		links: [],
		...changes,
	};
}

function stored(
	{ abstract: _, description: __, ...known }: ScheduleTalk,
	changes: Partial<StoredTalk> = {},
): StoredTalk {
	const digests = { abstractDigest: "", descriptionDigest: "" };
	return { ...known, ...digests, id: 1, isWithdrawn: false, isByHand: false, edited: [], displayed: null, ...changes };
}

const LATER = new Date("2026-01-31T15:00:00Z");

function keys(before: readonly StoredTalk[], after: readonly ScheduleTalk[]) {
	return matchTalks(before, after, "conf").map(({ key }) => key);
}

describe("matchTalks", () => {
	it("knows a talk that moved by its id, if only one talk has that id", () => {
		const at = (id: string, start: string) => `id:${id}@${start}@a`;
		const [nine, ten, eleven] = ["2026-01-31T09:00:00.000Z", "2026-01-31T10:00:00.000Z", "2026-01-31T11:00:00.000Z"];
		const one = stored(talk(at("1", nine)));
		expect(keys([one], [talk(at("1", ten), { room: "b" })])).toEqual([one.key]);
		expect(keys([one], [talk(at("2", ten), { title: "Another" })])).toEqual([at("2", ten)]);
		const slots = [one, stored(talk(at("1", ten)))];
		expect(keys(slots, [talk(at("1", nine)), talk(at("1", eleven))])).toEqual([at("1", nine), at("1", ten)]);
		const both = [talk(at("1", eleven)), talk(at("1", "2026-01-31T12:00:00.000Z"))];
		expect(keys(slots, both)).toEqual(both.map(({ key }) => key));
	});

	it("knows a talk without any id by its slot and speakers, or by its title", () => {
		const before = stored(talk("hash:1", { title: "Before" }));
		expect(keys([before], [talk("hash:2", { title: "After" })])).toEqual(["hash:1"]);
		expect(keys([before], [talk("hash:2", { title: "Before", start: LATER, speakers: [] })])).toEqual(["hash:1"]);
		expect(keys([before], [talk("hash:2", { title: "After", start: LATER })])).toEqual(["hash:2"]);
		const several = [talk("hash:2", { title: "Before", room: "b" }), talk("hash:3", { title: "Before", room: "c" })];
		expect(keys([before], several)).toEqual(["hash:2", "hash:3"]);
	});

	it("never takes one guid for another while others are known, nor a withdrawn or a handmade talk for a new one", () => {
		const same = { title: "Same" };
		const others = ["guid:x", "guid:y", "guid:z"];
		const before = [stored(talk("guid:1", same)), ...others.map((key) => stored(talk(key)))];
		const after = [talk("guid:2", same), ...others.map((key) => talk(key))];
		expect(keys(before, after)).toEqual(["guid:2", ...others]);
		expect(keys([stored(talk("hash:1", same), { isWithdrawn: true })], [talk("hash:2", same)])).toEqual(["hash:2"]);
		expect(keys([stored(talk("hand:1", same), { isByHand: true })], [talk("hash:2", same)])).toEqual(["hash:2"]);
	});

	it("knows the talks of a schedule that names them all in another way by title and time", () => {
		const titles = ["One", "Two", "Three"];
		const before = titles.map((title) => stored(talk(`guid:${title}`, { title })));
		const after = titles.map((title) => talk(`guid:uid-${title}`, { title }));
		expect(keys(before, after)).toEqual(before.map(({ key }) => key));
		expect(keys(before, after.slice(1))).toEqual(["guid:uid-Two", "guid:uid-Three"]);
	});

	it("knows a talk whose guid is new by the address or slug that the schedule gives it, and by its slot", () => {
		const other = { title: "Another", url: "https://conf.example/talk/B/" };
		const once = { title: "Once", url: "https://conf.example/talk/A/" };
		const before = [talk("guid:a", once), talk("guid:b", other)];
		const after = [talk("guid:a-2", { ...once, start: LATER }), talk("guid:b", other), talk("guid:a-1", once)];
		const both = (from: readonly ScheduleTalk[], to: readonly ScheduleTalk[]) =>
			keys(
				from.map((each) => stored(each)),
				to,
			);
		expect(both(before, after)).toEqual(["guid:a-2", "guid:b", "guid:a"]);
		expect(both(after, before)).toEqual(["guid:a-1", "guid:b"]);

		const [b, c] = [talk("guid:b", other), talk("guid:c", { title: "C" })];
		const changed = { ...once, title: "Another one, in its place" };
		expect(both([...before, c], [talk("guid:x", changed), b, c])[0]).toBe("guid:x");
		expect(both([...before, c], [talk("guid:x", { ...once, speakers: [] }), b, c])[0]).toBe("guid:a");
		expect(both([...before, c], [talk("guid:x", { ...once, start: LATER }), b, c])[0]).toBe("guid:a");
		// An address that is not its own says nothing, and a slug only where it is more than the title.
		const program = { url: "https://conf.example/program" };
		const listed = [talk("guid:1", { ...program, title: "Same" }), talk("guid:2", program)];
		expect(both(listed, [talk("guid:x", { ...program, title: "Same" }), talk("guid:2", program)])[0]).toBe("guid:x");
		const slugged = (key: string, slug: string) => talk(key, { title: "Same", slug });
		expect(both([slugged("guid:1", "same"), b], [slugged("guid:x", "same"), b])[0]).toBe("guid:x");
		expect(both([slugged("guid:1", "AAAA-same"), b], [slugged("guid:x", "AAAA-same"), b])[0]).toBe("guid:1");
	});

	it("knows a talk by the guid that it had last, although its key is of an earlier one", () => {
		const before = [stored(talk("guid:first", { guid: "Second", title: "A" })), stored(talk("guid:b"))];
		expect(keys(before, [talk("guid:second", { title: "A, moved", start: LATER }), talk("guid:b")])).toEqual([
			"guid:first",
			"guid:b",
		]);
	});

	type Named = Pick<ScheduleTalk, "title" | "speakers" | "room"> & { readonly hour: number };
	const schedules = fc.uniqueArray(
		fc.record<Named>({
			title: fc.constantFrom("Opening", "Lunch", "A", "B", "C", "D"),
			speakers: fc.subarray(["id:1", "id:2", "id:3"]),
			hour: fc.nat(7),
			room: fc.constantFrom("a", "b"),
		}),
		{ minLength: 1, maxLength: 8, selector: (each) => JSON.stringify(each) },
	);
	const at = (hour: number) => new Date(Date.UTC(2026, 0, 31, 9 + hour));
	const named = (prefix: string, all: readonly Named[]) =>
		all.map(({ title, speakers, hour, room }, index) =>
			talk(`guid:${prefix}-${index}`, { title, speakers, start: at(hour), room }),
		);

	it("knows every talk of a schedule that names all of them anew, in whatever order they come", () => {
		fc.assert(
			fc.property(schedules, fc.nat(), (all, seed) => {
				const before = named("old", all);
				const order = all.map((_, index) => index).sort((a, b) => ((a * 31 + seed) % 7) - ((b * 31 + seed) % 7));
				const after = named("new", all);
				const shuffled = order.map((index) => after[index] as ScheduleTalk);
				expect(
					keys(
						before.map((each) => stored(each)),
						shuffled,
					),
				).toEqual(order.map((index) => `guid:old-${index}`));
			}),
		);
	});

	it("knows them also where one moved, by its title and speakers, or has a new title, by its slot", () => {
		const titles = ["A", "B", "C", "D"];
		const all = titles.map((title, index) => ({ title, speakers: [`id:${index}`], hour: index, room: "a" }));
		const before = named("old", all).map((each) => stored(each));
		const expected = before.map(({ key }) => key);
		const moved = all.map((each) => (each.title === "B" ? { ...each, hour: 7, room: "b" } : each));
		expect(keys(before, named("new", moved))).toEqual(expected);
		const retitled = all.map((each) => (each.title === "B" ? { ...each, title: "B, again" } : each));
		expect(keys(before, named("new", retitled))).toEqual(expected);
		// All of them on another day.
		expect(
			keys(
				before,
				named(
					"new",
					all.map((each) => ({ ...each, hour: each.hour + 24 })),
				),
			),
		).toEqual(expected);
		expect(keys(before.slice(0, 2), named("new", moved.slice(0, 2)))).toEqual(expected.slice(0, 2));
		// Of few, what is less than all is not known well enough.
		expect(keys(before.slice(0, 2), named("new", moved.slice(1, 2)))).toEqual(["guid:new-0"]);
	});

	it("never joins two talks that share a guid, in whatever order they come", () => {
		const [nine, eleven] = [new Date("2026-01-31T09:00:00Z"), new Date("2026-01-31T11:00:00Z")];
		const a = { title: "A", start: nine, speakers: ["id:1"] };
		const b = { title: "B", start: eleven, speakers: ["id:2"] };
		const slot = (at: Date) => `guid:g@${at.toISOString()}@a`;
		const before = [stored(talk("guid:g", a)), stored(talk(slot(eleven), b))];
		expect(keys(before, [talk("guid:g", b), talk(slot(nine), a)])).toEqual([slot(eleven), "guid:g"]);
		expect(keys(before, [talk("guid:g", b)])).toEqual([slot(eleven)]);
		expect(keys(before.slice(0, 1), [talk("guid:g", b), talk(slot(nine), a)])).toEqual([slot(eleven), "guid:g"]);
		const renamed = { ...b, title: "B, again" };
		expect(keys(before, [talk("guid:g", a), talk(slot(eleven), renamed)])).toEqual(["guid:g", slot(eleven)]);
		const moved = { ...b, start: LATER };
		expect(keys(before, [talk("guid:g", moved), talk(slot(nine), a)])).toEqual([slot(eleven), "guid:g"]);
		const slots = [stored(talk("guid:g", a)), stored(talk(slot(eleven), { ...a, start: eleven }))];
		expect(keys(slots, [talk("guid:g", a), talk(slot(LATER), { ...a, start: LATER })])).toEqual([
			"guid:g",
			slot(eleven),
		]);
		const others = { title: "C", speakers: ["id:3"] };
		expect(keys(before, [talk("guid:g", { ...others, start: eleven }), talk(slot(nine), a)])).toEqual([
			`${slot(eleven)}@2`,
			"guid:g",
		]);
	});

	it("knows a talk that lost its guid, or got one, by all else or by its title and speakers", () => {
		const [bare, numbered] = [{ title: "A" }, "id:1@2026-01-31T09:00:00.000Z@a"];
		const other = stored(talk("guid:x"));
		const same = talk("guid:x");
		for (const [from, to] of [
			["guid:1", numbered],
			[numbered, "guid:1"],
			["guid:1", "hash:1"],
		] as const) {
			expect(keys([stored(talk(from, bare)), other], [talk(to, bare), same])).toEqual([from, "guid:x"]);
			expect(keys([stored(talk(from, bare)), other], [talk(to, { ...bare, start: LATER }), same])).toEqual([
				from,
				"guid:x",
			]);
			const unlike = { title: "A", start: LATER, speakers: ["id:7"] };
			expect(keys([stored(talk(from, bare)), other], [talk(to, unlike), same])).toEqual([to, "guid:x"]);
			const twice = [talk(to, { ...bare, start: LATER }), talk(`${to}9`, { ...bare, start: LATER, room: "b" })];
			expect(keys([stored(talk(from, bare)), other], [...twice, same])).toEqual([to, `${to}9`, "guid:x"]);
		}
	});

	it("knows its own exports, which give a guid to talks that have none", () => {
		const before = [stored(talk("hash:1")), stored(talk("id:5@2026-01-31T09:00:00.000Z@a"))];
		const after = before.map(({ key }) => {
			const guid = deriveGuid("conf", key);
			return talk(`guid:${guid}`, { guid });
		});
		expect(matchTalks(before, after, "conf").map(({ key, guid }) => [key, guid])).toEqual(
			before.map(({ key }) => [key, null]),
		);
	});
});
