import type { Browser } from "@playwright/test";
import { MARK_LABELS } from "@/lib/marks/status";
import type { BenchContext } from "./bench-context";
import { type OpenPage, visit, withPage } from "./browser";
import { ms, type Table } from "./report";
import { quantile } from "./statistics";
import { spread } from "./visitors";

const ROUNDS = 3;
const CLICKS = 20;

/** From a press on a mark to the painted answer, on the longest page, with the processor four times slower. */
export async function measureMarkClick({ server, subject }: BenchContext, browser: Browser): Promise<Table> {
	const times: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		times.push(
			...(await withPage(browser, server, { on: "slow phone", scripts: ["presses.js"] }, (open) =>
				clickMarks(open, server.origin + subject.day.path),
			)),
		);
	}
	return {
		name: "press",
		title: `A press on a mark until it is painted, day page of ${subject.day.talkCount} talks, processor 4× slower`,
		rows: [
			{
				name: `${times.length} presses in ${ROUNDS} visits`,
				values: { median: ms(quantile(times, 0.5)), "95th percentile": ms(quantile(times, 0.95)) },
			},
		],
	};
}

async function clickMarks(open: OpenPage, url: string): Promise<number[]> {
	await visit(open, url);
	const { page } = open;
	const buttons = page.locator("button[aria-pressed]", { hasText: MARK_LABELS.MUST_SEE });
	const count = await buttons.count();
	if (count === 0) throw new Error(`${url} has no marks to press.`);
	let times: number[] = [];
	for (const index of spread([...Array(count).keys()], CLICKS)) {
		await buttons.nth(index).click();
		times = await page.evaluate<number[]>(`globalThis.talkshelfPresses(${times.length + 1})`);
	}
	return times;
}
