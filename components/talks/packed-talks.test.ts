import { describe, expect, it } from "vitest";
import type { TalkListItem } from "@/lib/talks/types";
import { CANCELLED, NEWLY_RECORDED, packTalks, RECORDED, WITHDRAWN } from "./packed-talks";

const talk: TalkListItem = {
	id: 7,
	slug: "a-talk",
	title: "A talk",
	subtitle: "",
	type: "",
	language: "",
	day: "2026-01-31",
	start: new Date("2026-01-31T08:30:00Z"),
	duration: 25,
	track: { slug: "go", name: "Go" },
	room: { slug: "hall", name: "Hall" },
	speakers: [
		{ slug: "ada", name: "Ada" },
		{ slug: "bob", name: "Bob" },
	],
	hasRecording: true,
	hasSlides: false,
	isCancelled: false,
	isWithdrawn: false,
};
const options = { conference: "conf", timeZone: "Europe/Brussels", showDay: false, hide: undefined };

describe("a packed list of talks", () => {
	it("names each track and room once, and counts talks that start together", () => {
		const later = { ...talk, id: 8, start: new Date("2026-01-31T09:00:00Z"), track: null, subtitle: "Sub" };
		expect(packTalks([talk, { ...talk, id: 9, isWithdrawn: true }, later], options)).toEqual({
			conference: "conf",
			tracks: [["go", "Go", expect.any(Number)]],
			rooms: [["hall", "Hall"]],
			slots: [
				[talk.start.getTime(), "09:30", 2],
				[later.start.getTime(), "10:00", 1],
			],
			ids: [7, 9, 8],
			slugs: ["~a-B", "~a-B", "~a-B"],
			titles: ["A talk", "A talk", "A talk"],
			subtitles: { 2: "Sub" },
			speakers: ["Ada, Bob", "Ada, Bob", "Ada, Bob"],
			durations: [25, 25, 25],
			track: [0, 0, -1],
			room: [0, 0, 0],
			flags: [RECORDED, RECORDED | WITHDRAWN, RECORDED],
		});
	});

	it("flags what is cancelled, and a recording that the visitor does not know yet", () => {
		const talks = [{ ...talk, isCancelled: true, hasRecording: false }, talk, { ...talk, id: 9 }];
		const { flags } = packTalks(talks, { ...options, newlyRecorded: new Set([9]) });
		expect(flags).toEqual([CANCELLED, RECORDED, RECORDED | NEWLY_RECORDED]);
	});

	it("leaves out what the page is about, and says the day where a list has several", () => {
		const packed = packTalks([talk], { ...options, hide: "room", showDay: true });
		expect(packed.rooms).toEqual([]);
		expect(packed.room).toEqual([-1]);
		expect(packed.slots).toEqual([[talk.start.getTime(), "09:30", 1, "Sat 31 Jan"]]);
	});
});
