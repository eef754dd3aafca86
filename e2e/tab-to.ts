import { expect, type Locator, type Page } from "@playwright/test";

type Role = Parameters<Page["getByRole"]>[0];
type Name = string | RegExp;

/** A page with a long list of talks has some hundred things to go to; one that cannot be left by Tab, no end. */
const MAX_PRESSES = 250;

/** Goes with Tab, or back with Shift+Tab, to what is called so and nothing else, and expects to see where one is. */
export async function tabTo(page: Page, role: Role, name: Name, { isBack = false } = {}): Promise<Locator> {
	const named = page.getByRole(role, { name, exact: typeof name === "string" });
	for (let presses = 0; presses < MAX_PRESSES; presses++) {
		await page.keyboard.press(isBack ? "Shift+Tab" : "Tab");
		if (!(await hasFocus(named))) continue;
		const focused = page.locator(":focus");
		await expectVisibleFocus(focused);
		return focused;
	}
	throw new Error(`${MAX_PRESSES} presses of Tab do not lead to the ${role} ${name}.`);
}

/** Expects that whoever came by a link reads on from the beginning: what Tab comes to next is the way past the head, or past it. */
export async function expectFreshFocus(page: Page): Promise<void> {
	const where = await page.evaluate(() => document.activeElement?.closest("h1, main, body")?.localName ?? "nowhere");
	const isAtBeginning = await page.evaluate(() => document.activeElement?.matches("body, main, h1"));
	expect(isAtBeginning, `The focus is on something in ${where}.`).toBe(true);
	await page.keyboard.press("Tab");
	const isSkipLink = await hasFocus(page.getByRole("link", { name: /^Skip to/ }));
	const isInMain = await page.getByRole("main").evaluate((main) => main.contains(document.activeElement));
	expect(isSkipLink || isInMain, "Tab leads on").toBe(true);
}

function hasFocus(named: Locator): Promise<boolean> {
	return named.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
}

/** Of the element, or of what is drawn around it where that has the frame. */
async function expectVisibleFocus(focused: Locator): Promise<void> {
	const outline = await focused.evaluate((element) => {
		for (let around: Element | null = element; around && around.localName !== "main"; around = around.parentElement) {
			const { outlineStyle, outlineWidth } = getComputedStyle(around);
			if (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) return outlineStyle;
			if (!around.parentElement?.matches(":focus-within")) break;
		}
		return "none";
	});
	expect(outline, "The focus is seen.").not.toBe("none");
}
