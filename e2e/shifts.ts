import type { Page } from "@playwright/test";

/** Of Chromium's measure, for one visit: Web Vitals calls five times as much good. */
const MAX_SHIFT = 0.02;

type Shift = PerformanceEntry & {
	readonly hadRecentInput: boolean;
	readonly value: number;
	readonly sources: readonly { readonly node: Node | null }[];
};

type Seen = { readonly value: number; readonly nodes: readonly string[] };

/** Before the page is gone to. */
export async function watchShifts(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const seen: Seen[] = [];
		Object.assign(globalThis, { talkshelfShifts: seen });
		const describe = (node: Node | null) =>
			node instanceof Element ? `${node.localName}.${node.className}`.slice(0, 80) : (node?.nodeName ?? "something");
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as Shift[]) {
				const { value, sources } = entry;
				if (!entry.hadRecentInput) seen.push({ value, nodes: sources.map(({ node }) => describe(node)) });
			}
		}).observe({ type: "layout-shift", buffered: true });
	});
}

/** What has moved without being asked to, where it is enough to be seen, and by how much. */
export async function shiftsOf(page: Page): Promise<string[]> {
	const seen = await page.evaluate(() => (globalThis as unknown as { talkshelfShifts: Seen[] }).talkshelfShifts);
	if (seen.reduce((sum, { value }) => sum + value, 0) < MAX_SHIFT) return [];
	return seen.map(({ value, nodes }) => `${value.toFixed(3)}: ${nodes.join(", ")}`);
}
