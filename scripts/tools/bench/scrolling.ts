import type { Browser } from "@playwright/test";
import type { BenchContext } from "./bench-context";
import { type OpenPage, type Setup, visit, withPage } from "./browser";
import { count, ms, perSecond, type Row, type Table } from "./report";
import { inRounds, median, quantile } from "./statistics";

const ROUNDS = 3;
/** Screens draw sixty a second; the clock that tells is a little off. */
const MIN_FRAMES = 59;
/** Pixels and pixels a second, of a thumb in a hurry. */
const DISTANCE = 1500;
const SPEED = 1200;

/** Whether the timetable of a day keeps up with the finger that scrolls it. */
export async function measureScrolling({ server, subject }: BenchContext, browser: Browser): Promise<Table> {
	const views: { name: string; on: Setup["on"] }[] = [
		{ name: "phone, processor 4× slower", on: "slow phone" },
		{ name: "fast desktop", on: "desktop" },
	];
	const results = await inRounds(ROUNDS, views, ({ on }) =>
		withPage(browser, server, { on, scripts: ["frames.js"] }, async (open) => {
			await visit(open, server.origin + subject.day.timetablePath);
			return measureFrames(open, on === "desktop" ? "mouse" : "touch");
		}),
	);
	const rows = views.map(({ name }, index) => toRow(name, (results[index] ?? []).flat()));
	const phone = perSecond(framesPerSecond((results[0] ?? []).flat()));
	return {
		name: "scrolling",
		title: `Scrolling the timetable of ${subject.day.talkCount} talks both ways (${ROUNDS} rounds)`,
		rows,
		targets: [{ name: "frames while the timetable is scrolled on the phone", measured: phone, atLeast: MIN_FRAMES }],
	};
}

/** Milliseconds from frame to frame, on the way down, to the right and back. */
async function measureFrames({ page, session }: OpenPage, gestureSourceType: "mouse" | "touch"): Promise<number[]> {
	const area = page.locator(".timetable-scroll");
	await area.scrollIntoViewIfNeeded();
	const box = await area.boundingBox();
	if (!box) throw new Error("There is no timetable to scroll.");
	const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height, 500) / 2];
	await page.evaluate("globalThis.talkshelfFrames.begin()");
	for (const [xDistance, yDistance] of [
		[0, -DISTANCE],
		[-DISTANCE, 0],
		[0, DISTANCE],
		[DISTANCE, 0],
	]) {
		await session.send("Input.synthesizeScrollGesture", {
			x,
			y,
			xDistance,
			yDistance,
			speed: SPEED,
			gestureSourceType,
		});
	}
	return page.evaluate<number[]>("globalThis.talkshelfFrames.end()");
}

function framesPerSecond(gaps: readonly number[]): number {
	return (gaps.length * 1000) / gaps.reduce((sum, gap) => sum + gap, 0);
}

function toRow(name: string, gaps: readonly number[]): Row {
	return {
		name,
		values: {
			frames: perSecond(framesPerSecond(gaps)),
			"from frame to frame": ms(median(gaps)),
			"99th percentile": ms(quantile(gaps, 0.99)),
			times: count(gaps.length),
		},
	};
}
