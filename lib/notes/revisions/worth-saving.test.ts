import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBlank, isSameContent } from "../content";
import type { NoteContent } from "../types";
import { GROUP_MS, isLargeLoss, isWorthSaving, SESSION_MS } from "./worth-saving";

const note = (text: string, ...takeaways: string[]): NoteContent => ({
	text,
	takeaways: takeaways.map((each, index) => ({ id: `${index}`, text: each })),
});
const at = (time: string) => new Date(`2026-03-01T${time}Z`);
const words = (count: number) => "word ".repeat(count).trim();

function isSaved(before: NoteContent, savedAt: string, after: NoteContent, now: string, latest?: string): boolean {
	const change = { before: { ...before, savedAt: at(savedAt) }, after, now: at(now) };
	return isWorthSaving(change, latest === undefined ? null : at(latest));
}

describe("what a note was is worth keeping", () => {
	test("where it had stood for some minutes", () => {
		expect(isSaved(note("a"), "10:00:10", note("ab"), "10:02:10", "10:00:00")).toBe(true);
		expect(isSaved(note("a"), "10:00:10", note("ab"), "10:02:09")).toBe(false);
	});

	test("at every fifth minute of a long sitting, but not just after something was kept", () => {
		expect(isSaved(note("a"), "10:04:59", note("ab"), "10:05:00")).toBe(true);
		expect(isSaved(note("a"), "10:04:59", note("ab"), "10:05:00", "10:02:59")).toBe(true);
		expect(isSaved(note("a"), "10:04:59", note("ab"), "10:05:00", "10:03:00")).toBe(false);
		expect(isSaved(note("a"), "10:05:00", note("ab"), "10:06:59")).toBe(false);
	});

	test("where everything is deleted within the same minute", () => {
		expect(isSaved(note(words(20)), "10:01:00", note(""), "10:01:01", "10:00:59")).toBe(true);
		expect(isSaved(note(words(7)), "10:01:00", note(""), "10:01:01")).toBe(true);
		expect(isSaved(note("", "One", "Two"), "10:01:00", note(""), "10:01:01")).toBe(true);
	});

	test("never where there was nothing", () => {
		expect(isSaved(note(" \n", "", " "), "10:00:00", note("a"), "12:00:00")).toBe(false);
	});
});

describe("much is lost", () => {
	test("where a sentence goes, or is written over", () => {
		const text = `${words(400)} A sentence of some length, as one deletes it when it says too little to stay, and too much to be let go. ${words(400)}`;
		const shorter = text.replace(/ A.*go\./, "");
		expect(isLargeLoss(note(text), note(shorter))).toBe(true);
		expect(isLargeLoss(note(text), note(text.replace(/A.*go\./, "x".repeat(200))))).toBe(true);
		expect(isLargeLoss(note(shorter), note(text))).toBe(false);
	});

	test("where a quarter of a short note goes", () => {
		expect(isLargeLoss(note(words(24)), note(words(17)))).toBe(true);
		expect(isLargeLoss(note(words(24)), note(words(20)))).toBe(false);
		expect(isLargeLoss(note("short"), note(""))).toBe(false);
	});

	test("where several takeaways go, or are emptied, or a long one is", () => {
		expect(isLargeLoss(note("", "One", "Two", "Three"), note("", "One"))).toBe(true);
		expect(isLargeLoss(note("", "One", "Two", "Three"), note("", "One", "", ""))).toBe(true);
		expect(isLargeLoss(note("", "One", "Two", "Three"), note("", "One", "Two"))).toBe(false);
		expect(isLargeLoss(note(words(200), words(21)), note(words(200)))).toBe(true);
	});

	test("not where takeaways move, or get another id", () => {
		const { takeaways } = note("", words(30), words(31), "");
		const moved = takeaways.toReversed().map((each) => ({ ...each, id: `other-${each.id}` }));
		expect(isLargeLoss({ text: "", takeaways }, { text: "", takeaways: moved })).toBe(false);
	});
});

type State = NoteContent & { readonly savedAt: Date };

/** What is kept of a sequence of saves, oldest first, by the rule of keep.ts. */
function simulateSaves(states: readonly State[]): State[] {
	const saved: State[] = [];
	for (const [index, after] of states.entries()) {
		const before = states[index - 1];
		const latest = saved.at(-1);
		if (!before || (latest && isSameContent(latest, before))) continue;
		if (isWorthSaving({ before, after, now: after.savedAt }, latest?.savedAt ?? null)) saved.push(before);
	}
	return saved;
}

const text = fc.oneof(
	fc.string({ maxLength: 40 }),
	fc.nat(60).map((count) => words(count)),
);
const saves = fc
	.array(
		fc.record({
			text,
			takeaways: fc.uniqueArray(fc.record({ id: fc.constantFrom("a", "b", "c", "d"), text }), {
				selector: ({ id }) => id,
			}),
			pause: fc.oneof({ weight: 4, arbitrary: fc.nat(10_000) }, fc.nat(3 * SESSION_MS)),
		}),
		{ maxLength: 60 },
	)
	.map((all): State[] => {
		let time = at("09:00:00").getTime();
		return all.map(({ pause, ...content }) => {
			time += pause;
			return { ...content, savedAt: new Date(time) };
		});
	});

const pairsOf = (states: readonly State[]) =>
	states.slice(1).map((after, index) => [states[index] as State, after] as const);
const isAmong = (saved: readonly State[], content: NoteContent) => saved.some((each) => isSameContent(each, content));
const durationBetween = (before: State, after: State) => after.savedAt.getTime() - before.savedAt.getTime();

describe("of any sequence of saves", () => {
	test("every state that stood for a sitting is kept, and every one of which much was lost", () => {
		fc.assert(
			fc.property(saves, (states) => {
				const saved = simulateSaves(states);
				for (const [before, after] of pairsOf(states)) {
					const isDue = durationBetween(before, after) >= SESSION_MS || isLargeLoss(before, after);
					if (isDue && !isBlank(before)) expect(isAmong(saved, before)).toBe(true);
				}
			}),
		);
	});

	test("no longer than a group and a sitting goes by without one, while somebody writes", () => {
		fc.assert(
			fc.property(saves, (states) => {
				const times = simulateSaves(states).map(({ savedAt }) => savedAt.getTime());
				for (const [before, after] of pairsOf(states)) {
					if (Math.floor(Number(before.savedAt) / GROUP_MS) === Math.floor(Number(after.savedAt) / GROUP_MS)) continue;
					if (isBlank(before)) continue;
					const isNear = times.some((time) => Math.abs(time - Number(before.savedAt)) < SESSION_MS);
					expect(isNear || isAmong(simulateSaves(states), before)).toBe(true);
				}
			}),
		);
	});

	test("none is blank, no two in a row are equal, and keystrokes alone keep no more than one in a group", () => {
		fc.assert(
			fc.property(saves, (states) => {
				const saved = simulateSaves(states);
				expect(saved.filter(isBlank)).toEqual([]);
				for (const [first, second] of pairsOf(saved)) expect(isSameContent(first, second)).toBe(false);
				const due = pairsOf(states).filter(
					([before, after]) => durationBetween(before, after) >= SESSION_MS || isLargeLoss(before, after),
				);
				const last = states.at(-1)?.savedAt.getTime() ?? 0;
				const groups = Math.floor(last / GROUP_MS) - Math.floor(Number(states[0]?.savedAt ?? 0) / GROUP_MS);
				expect(saved.length).toBeLessThanOrEqual(due.length + groups);
			}),
		);
	});
});
