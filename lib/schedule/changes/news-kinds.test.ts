import { describe, expect, it } from "vitest";
import { countKinds, findNewsKinds, findOtherFields, type NewsKind, parseNewsKind } from "./news-kinds";
import type { RecordedChange, TalkFieldChanges } from "./schema";

const changed = (fields: TalkFieldChanges): RecordedChange => ({ kind: "CHANGED", fields });

describe("the kinds of news that a change is", () => {
	it.each<[RecordedChange, NewsKind[]]>([
		[{ kind: "ADDED", fields: {} }, ["new"]],
		[{ kind: "WITHDRAWN", fields: {} }, ["withdrawn"]],
		[{ kind: "RETURNED", fields: { room: { from: "A", to: "B" } } }, ["returned", "room"]],
		[
			changed({ isCancelled: { from: false, to: true }, title: { from: "A", to: "CANCELLED A" } }),
			["cancelled", "title"],
		],
		[changed({ isCancelled: { from: true, to: false } }), ["revived"]],
		[changed({ start: { from: "2026-01-31T09:00:00.000Z", to: "2026-01-31T09:30:00.000Z" } }), ["time"]],
		[changed({ duration: { from: 30, to: 25 } }), ["time"]],
		[changed({ room: { from: "A", to: null }, speakers: { from: [], to: ["Ann"] } }), ["room", "speakers"]],
		[changed({ recordings: { from: 0, to: 2 }, slides: { from: 0, to: 1 } }), ["recording", "slides"]],
		[changed({ recordings: { from: 1, to: 2 } }), ["other"]],
		[changed({ slides: { from: 1, to: 0 }, abstract: true }), ["other"]],
		[changed({}), ["other"]],
	])("of %j are %j", (change, kinds) => {
		expect(findNewsKinds(change)).toEqual(kinds);
	});

	it("leave to the others what no kind tells", () => {
		const fields = {
			recordings: { from: 0, to: 1 },
			slides: { from: 2, to: 1 },
			url: true,
			title: { from: "", to: "A" },
		};
		expect(findOtherFields(fields as TalkFieldChanges)).toEqual(["slides", "url"]);
	});

	it("are counted, a change of two kinds in both", () => {
		const moved = changed({ room: { from: "A", to: "B" }, duration: { from: 30, to: 25 } });
		expect(countKinds([moved, moved, { kind: "ADDED", fields: {} }])).toEqual([
			{ kind: "new", count: 1 },
			{ kind: "time", count: 2 },
			{ kind: "room", count: 2 },
		]);
		expect(countKinds([])).toEqual([]);
	});

	it("are read from an address, which may say anything", () => {
		expect([
			parseNewsKind("room"),
			parseNewsKind("toString"),
			parseNewsKind(["room"]),
			parseNewsKind(undefined),
		]).toEqual(["room", undefined, undefined, undefined]);
	});
});
