import type { Browser } from "@playwright/test";
import type { BenchContext } from "./bench-context";
import { type OpenPage, type Setup, visit, withPage } from "./browser";
import { ms, type Row, shift, type Table } from "./report";
import { inRounds, median } from "./statistics";

const ROUNDS = 5;
const MAX_BLOCKED_MS = 400;
const MAX_PAINT_MS = 1500;

type Vitals = Readonly<Record<"firstPaint" | "largestPaint" | "blocked" | "longest" | "shift" | "lastByte", number>>;

/** How a first visit feels: when something is there to read, and for how long nothing can be pressed. */
export async function measurePhone({ server, subject }: BenchContext, browser: Browser): Promise<Table> {
	const day = { name: `day page (${subject.day.talkCount} talks)`, path: subject.day.path };
	const visits: { name: string; path: string; on: Setup["on"] }[] = [
		{ ...day, on: "slow phone and network" },
		{ name: "timetable of the day", path: subject.day.timetablePath, on: "slow phone and network" },
		{ name: "talk page", path: subject.talkPath, on: "slow phone and network" },
		{ name: "filtered list (q=rust, recording)", path: subject.filteredPath, on: "slow phone and network" },
		{ name: `${day.name}, fast desktop`, path: day.path, on: "desktop" },
	];
	const results = await inRounds(ROUNDS, visits, ({ path, on }) =>
		withPage(browser, server, { on, scripts: ["vitals.js"] }, (open) => measureVitals(open, server.origin + path)),
	);
	const rows = visits.map(({ name }, index) => toRow(name, results[index] ?? []));
	const blocked = ms(median((results[0] ?? []).map((vitals) => vitals.blocked)));
	const painted = ms(median((results[0] ?? []).map((vitals) => vitals.largestPaint)));
	return {
		name: "phone",
		title: `A first visit on a phone: processor 4× slower, 400 ms latency, 1.6 Mbit/s (medians of ${ROUNDS})`,
		rows,
		targets: [
			{ name: "day page, main thread blocked on the phone", measured: blocked, below: MAX_BLOCKED_MS },
			{ name: "day page, largest paint on the phone", measured: painted, below: MAX_PAINT_MS },
		],
	};
}

async function measureVitals(open: OpenPage, url: string): Promise<Vitals> {
	let begin = Number.POSITIVE_INFINITY;
	let end = 0;
	open.session.on("Network.requestWillBeSent", ({ timestamp }) => {
		begin = Math.min(begin, timestamp);
	});
	open.session.on("Network.loadingFinished", ({ timestamp }) => {
		end = Math.max(end, timestamp);
	});
	await visit(open, url);
	const seen = await open.page.evaluate<Omit<Vitals, "lastByte">>("globalThis.talkshelfVitals");
	return { ...seen, lastByte: (end - begin) * 1000 };
}

function toRow(name: string, vitals: readonly Vitals[]): Row {
	const of = (key: keyof Vitals) => median(vitals.map((each) => each[key]));
	return {
		name,
		values: {
			"first paint": ms(of("firstPaint")),
			"largest paint": ms(of("largestPaint")),
			blocked: ms(of("blocked")),
			"longest task": ms(of("longest")),
			"layout shift": shift(of("shift")),
			"last byte": ms(of("lastByte")),
		},
	};
}
