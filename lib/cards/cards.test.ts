import { expect, it, vi } from "vitest";
import { watchlistEntry } from "@/lib/testing/watchlist-entry";
import type { Card } from "./create-card";
import { createConferenceCard, createTalkCard, createWriteUpCard, HEIGHT, WIDTH } from "./create-card";
import { layOutCard, renderCard } from "./render";

const { conference, talk } = watchlistEntry({
	conference: { title: "Tidewater 2025", city: "Oostduinen", startDate: "2025-10-04", endDate: "2025-10-05" },
	talk: {
		title: "Tide tables",
		day: "2025-10-04",
		start: new Date("2025-10-04T08:00:00Z"),
		speakers: [{ slug: "a", name: "Émilie Nørgård" }],
		track: { slug: "main", name: "Main Deck" },
	},
});
const whole = {
	...talk,
	...{ withdrawnAt: null, createdAt: talk.start, abstract: "", description: "", url: null, links: [] },
	...{ isByHand: false, edited: [] },
};

it("says of a talk who gives it, when, and of which track", () => {
	expect(createTalkCard(conference, whole)).toMatchObject({
		about: "Tidewater 2025",
		title: "Tide tables",
		lines: ["Émilie Nørgård", "Saturday 4 October 2025, 10:00"],
		track: { name: "Main Deck" },
	});
	expect(createTalkCard(conference, { ...whole, track: null, speakers: [] })).toMatchObject({ track: null });
});

it("says of a conference when, where, and how many talks", () => {
	expect(createConferenceCard(conference, 1105).lines[0]).toMatch(/^4\s*–\s*5 October 2025 · Oostduinen$/);
	expect(createConferenceCard(conference, 1105).lines[1]).toBe("1,105 talks");
	expect(createConferenceCard(conference, 1).lines[1]).toBe("1 talk");
});

it("sets long titles smaller, and none without end", () => {
	const textOf = (card: Card) => JSON.stringify(layOutCard(card));
	const card = createWriteUpCard({ title: "Short", summary: "", author: "" });
	expect(textOf(card)).toContain('"fontSize":72');
	expect(textOf({ ...card, title: "w".repeat(60) })).toContain('"fontSize":60');
	expect(textOf({ ...card, title: "w ".repeat(5000) }).length).toBeLessThan(4000);
	expect(textOf({ ...card, title: "  " })).toContain("Untitled");
});

it.each([
	["a usual title", "Tide tables: forty years of one text file"],
	["markup", '<script>alert(1)</script> & "quotes" ]]> %3Csvg'],
	["letters that the font has not", "漢字 🦑 العربية שלום \u202e \u0000"],
	["one word without end", "x".repeat(10_000)],
	["Greek and Cyrillic", "Σχέδιο — Расписание"],
])("draws %s as a PNG of the size that is expected", async (_, title) => {
	const png = await renderCard({ about: title, title, lines: [title, ""], track: { name: title, hue: 120 } });
	const bytes = Buffer.from(png ?? []);
	expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
	expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([WIDTH, HEIGHT]);
});

it("turns away whoever comes when too many wait", async () => {
	const card = createWriteUpCard({ title: "One of many", summary: "", author: "" });
	const all = await Promise.all(Array.from({ length: 24 }, () => renderCard(card)));
	expect(all.filter((png) => png === null)).toHaveLength(4);
});

it("goes on where its modules are loaded again, as development does", async () => {
	const card = createWriteUpCard({ title: "Once more", summary: "", author: "" });
	const drawn = await renderCard(card);
	vi.resetModules();
	const reloaded = await import("./render");
	expect(await reloaded.renderCard(card)).toEqual(drawn);
});
