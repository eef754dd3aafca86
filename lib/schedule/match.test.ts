import { describe, expect, it } from "vitest";
import { exportedGuid } from "./identity";
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
	return { ...known, ...digests, id: 1, isWithdrawn: false, isByHand: false, edited: [], shown: null, ...changes };
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
			const guid = exportedGuid("conf", key);
			return talk(`guid:${guid}`, { guid });
		});
		expect(matchTalks(before, after, "conf").map(({ key, guid }) => [key, guid])).toEqual(
			before.map(({ key }) => [key, null]),
		);
	});
});
