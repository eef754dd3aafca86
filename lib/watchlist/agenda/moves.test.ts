import { expect, it } from "vitest";
import type { TalkFieldChanges } from "@/lib/schedule/changes/schema";
import { describeMovesSince } from "./queries";

const ZONE = "Europe/Brussels";
const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const changed = (number: number, fields: TalkFieldChanges) => ({ at: day(number), kind: "CHANGED" as const, fields });
const start = (from: string, to: string) => ({ start: { from: `2026-01-31T${from}:00Z`, to: `2026-01-31T${to}:00Z` } });

it("tells the room and time that a talk moved to since it was marked", () => {
	const changes = [
		changed(1, { room: { from: "AW1", to: "K.1" } }),
		changed(5, { room: { from: "K.1", to: "Janson" }, ...start("09:00", "10:30") }),
	];
	expect(describeMovesSince(changes, day(3), ZONE)).toEqual(["moved from 10:00 to 11:30", "moved from K.1 to Janson"]);
	expect(describeMovesSince(changes, day(5), ZONE)).toEqual([]);
});

it("tells several moves as one, and none where it is back where it was", () => {
	const there = changed(5, { room: { from: "K.1", to: "Janson" } });
	expect(describeMovesSince([there, changed(6, { room: { from: "Janson", to: "AW1" } })], day(3), ZONE)).toEqual([
		"moved from K.1 to AW1",
	]);
	expect(describeMovesSince([there, changed(6, { room: { from: "Janson", to: "K.1" } })], day(3), ZONE)).toEqual([]);
});

it("tells a length beside a time and alone, and nothing else that changed", () => {
	const longer = { duration: { from: 25, to: 50 } };
	expect(describeMovesSince([changed(5, { ...start("09:00", "09:30"), ...longer })], day(3), ZONE)).toEqual([
		"moved from 10:00 to 10:30",
		"now 50 min long, not 25 min",
	]);
	expect(describeMovesSince([changed(5, { ...longer, room: { from: "A", to: "B" } })], day(3), ZONE)).toEqual([
		"moved from A to B",
		"now 50 min long, not 25 min",
	]);
	expect(describeMovesSince([changed(5, { title: { from: "A", to: "B" }, abstract: true })], day(3), ZONE)).toEqual([]);
});
