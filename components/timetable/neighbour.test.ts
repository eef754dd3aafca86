import { expect, test } from "vitest";
import { createTimetable } from "@/lib/talks/timetable";
import { neighbourOf } from "./neighbour";

const at = (time: string) => Date.parse(`2026-01-31T${time}:00Z`);
const layout = createTimetable(
	[
		{ start: at("10:00"), duration: 30, room: 0 },
		{ start: at("10:30"), duration: 30, room: 0 },
		{ start: at("12:00"), duration: 30, room: 1 },
		{ start: at("10:30"), duration: 60, room: 2 },
	],
	[0, 1, 2],
);

/** By their indices above. */
const [first, second, later, far] = [0, 1, 2, 3];

test("arrow keys go up and down in a room, and to the sides at the same time", () => {
	expect(neighbourOf(layout, first, "ArrowDown")).toBe(second);
	expect(neighbourOf(layout, second, "ArrowUp")).toBe(first);
	expect(neighbourOf(layout, second, "ArrowDown")).toBeNull();
	expect(neighbourOf(layout, second, "ArrowRight")).toBe(far);
	expect(neighbourOf(layout, far, "ArrowLeft")).toBe(second);
	expect(neighbourOf(layout, first, "ArrowRight")).toBe(later);
	expect(neighbourOf(layout, first, "ArrowLeft")).toBeNull();
	expect(neighbourOf(layout, first, "End")).toBe(second);
	expect(neighbourOf(layout, second, "Home")).toBe(first);
	expect(neighbourOf(layout, first, "Enter")).toBeNull();
	expect(neighbourOf(layout, 9, "ArrowUp")).toBeNull();
});
