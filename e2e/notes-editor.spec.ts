import type { Locator, Page } from "@playwright/test";
import { expectNoFindings } from "./axe";
import { conference, talks } from "./conference";
import { expectSaved, expectTakeaways, noteOf, noteStatus, notesField, openTalk, takeaway, writeNote } from "./notes";
import { expect, test } from "./test";

const TALK = conference.talk(talks.tides);

/** Pastes as the browser does, without the system's clipboard. */
async function paste(field: Locator, text: string): Promise<void> {
	await field.evaluate((element, pasted) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData("text/plain", pasted);
		element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
	}, text);
}

/** What was said last of the takeaways to screen readers. */
const announcement = (page: Page) => page.getByRole("region", { name: "Key takeaways" }).locator("[aria-live=polite]");

const caretOf = (field: Locator) => field.evaluate((element: HTMLTextAreaElement) => element.selectionStart);

async function select(field: Locator, start: number, end: number): Promise<void> {
	await field.focus();
	await field.evaluate(
		(element: HTMLTextAreaElement, [from = 0, to = 0]) => element.setSelectionRange(from, to),
		[start, end],
	);
}

test.describe("takeaways", () => {
	test("are divided by Enter and joined by Backspace, where the caret is", async ({ page }) => {
		await openTalk(page, TALK);
		await takeaway(page, 1).fill("Columns outlive programs, files outlive disks");
		await select(takeaway(page, 1), 24, 24);
		await page.keyboard.press("Enter");
		await expectTakeaways(page, ["Columns outlive programs", ", files outlive disks"]);
		await expect(takeaway(page, 2)).toBeFocused();
		expect(await caretOf(takeaway(page, 2))).toBe(0);
		await expect(announcement(page)).toHaveText("Takeaway 2 added.");

		await page.keyboard.press("Delete");
		await page.keyboard.press("Delete");
		await page.keyboard.press("Backspace");
		await expectTakeaways(page, ["Columns outlive programs files outlive disks"]);
		await expect(takeaway(page, 1)).toBeFocused();
		await expect(announcement(page)).toHaveText("Takeaway 2 joined to takeaway 1.");
		expect(await caretOf(takeaway(page, 1))).toBe(24);

		// The keys alone go to the ends of the line that is seen.
		await page.keyboard.press("ControlOrMeta+End");
		await page.keyboard.press("Enter");
		await page.keyboard.press("Backspace");
		await expect(announcement(page)).toHaveText("Takeaway 2 removed.");
		await page.keyboard.type(".");
		await expectTakeaways(page, ["Columns outlive programs files outlive disks."]);
		// At the beginning an empty one comes above, and the caret stays with the words.
		await page.keyboard.press("ControlOrMeta+Home");
		await page.keyboard.press("Enter");
		await expectTakeaways(page, ["", "Columns outlive programs files outlive disks."]);
		await expect(takeaway(page, 2)).toBeFocused();
		await expectSaved(page);
	});

	test("are moved by keys and buttons, which keep the focus, and readers hear where to", async ({ page }) => {
		await openTalk(page, TALK);
		await writeNote(page, { text: "", takeaways: ["one", "two", "three"] });
		await takeaway(page, 3).press("Alt+ArrowUp");
		await expectTakeaways(page, ["one", "three", "two"]);
		await expect(takeaway(page, 2)).toBeFocused();
		await expect(announcement(page)).toHaveText("Takeaway 3 moved up, now 2 of 3.");
		await expect(page.getByRole("button", { name: "Move takeaway 1 up" })).toBeDisabled();
		await expect(page.getByRole("button", { name: "Move takeaway 3 down" })).toBeDisabled();
		await page.keyboard.press("Alt+ArrowUp");
		await page.keyboard.press("Alt+ArrowUp");
		await expectTakeaways(page, ["three", "one", "two"]);
		await page.keyboard.press("Alt+ArrowDown");
		await expectTakeaways(page, ["one", "three", "two"]);
		await page.getByRole("button", { name: "Move takeaway 3 up" }).click();
		await page.getByRole("button", { name: "Move takeaway 3 up" }).click();
		await expectTakeaways(page, ["one", "three", "two"]);

		await page.getByRole("button", { name: "Move takeaway 1 down" }).click();
		await expect(announcement(page)).toHaveText("Takeaway 1 moved down, now 2 of 3.");
		await expect(page.getByRole("button", { name: "Move takeaway 2 down" })).toBeFocused();
		await page.keyboard.press("Enter");
		await expectTakeaways(page, ["three", "two", "one"]);
		// The last goes no further: the focus is in its field.
		await expect(takeaway(page, 3)).toBeFocused();
	});

	test("are moved by dragging", async ({ page }) => {
		await openTalk(page, TALK);
		await writeNote(page, { text: "", takeaways: ["one", "two", "three"] });
		const row = (number: number) => page.getByRole("listitem").filter({ has: takeaway(page, number) });
		const handle = row(3).locator("[data-handle]");
		await handle.hover();
		await expect(handle).toHaveAttribute("draggable", "true");
		await handle.dragTo(row(1), { targetPosition: { x: 60, y: 4 } });
		await expectTakeaways(page, ["three", "one", "two"]);
		await expect(announcement(page)).toHaveText("Takeaway 3 moved up, now 1 of 3.");
		await expectSaved(page);
		await page.reload();
		await expectTakeaways(page, ["three", "one", "two"]);
	});

	test("are several where a list is pasted, with the times that stand in it", async ({ page }) => {
		await openTalk(page, TALK);
		await paste(
			takeaway(page, 1),
			"Key takeaways:\n\n- [12:34](https://video.example/tides.mp4#t=754) Columns outlive programs\n- [ ] **Try** it\n  * 2. is no list\n1:02:03 Ask first\n",
		);
		await expectTakeaways(page, ["Columns outlive programs", "**Try** it", "2. is no list", "Ask first"]);
		await expect(announcement(page)).toHaveText("3 takeaways added.");
		await expect(takeaway(page, 4)).toBeFocused();
		await expect(page.getByRole("link", { name: "Watch from 12:34" })).toBeVisible();
		await expect(page.getByRole("link", { name: "Watch from 1:02:03" })).toBeVisible();

		// One line stays in its field, and undo takes it back.
		await select(takeaway(page, 2), 4, 4);
		await paste(takeaway(page, 2), "- hard\n");
		await expect(takeaway(page, 2)).toHaveValue("**Tr- hardy** it");
		await page.keyboard.press("ControlOrMeta+z");
		await expect(takeaway(page, 2)).toHaveValue("**Try** it");
		// Several in the middle of one: what was behind comes after them.
		await select(takeaway(page, 4), 3, 3);
		await paste(takeaway(page, 4), " one\ntwo ");
		await expectTakeaways(page, [
			"Columns outlive programs",
			"**Try** it",
			"2. is no list",
			"Ask",
			"one",
			"two",
			"first",
		]);
		await expectSaved(page);
		await page.reload();
		await expectTakeaways(page, [
			"Columns outlive programs",
			"**Try** it",
			"2. is no list",
			"Ask",
			"one",
			"two",
			"first",
		]);
	});

	test("that were removed can be put back", async ({ page }) => {
		await openTalk(page, TALK);
		await writeNote(page, { text: "", takeaways: ["one", "two", "three"] });
		await page.getByRole("button", { name: "Remove takeaway 2" }).click();
		await expectTakeaways(page, ["one", "three"]);
		await expect(takeaway(page, 1)).toBeFocused();
		await expect(announcement(page)).toHaveText("Takeaway 2 removed.");
		await page.getByRole("button", { name: "Put back “two”" }).click();
		await expectTakeaways(page, ["one", "two", "three"]);
		await expect(takeaway(page, 2)).toBeFocused();
		await expect(page.getByRole("button", { name: /^Put back/ })).toHaveCount(0);
	});
});

test.describe("too many takeaways", () => {
	// What the server answers to them.
	test.use({ expectedProblems: /Failed to load resource.* 400/ });

	test("or a very long one are told, and not lost", async ({ page }) => {
		await openTalk(page, TALK);
		const lines = Array.from({ length: 500 }, (_, index) => `Takeaway of line ${index + 1}`);
		await paste(takeaway(page, 1), lines.join("\n"));
		await expect(takeaway(page, 500)).toBeFocused();
		await page.keyboard.press("Enter");
		await expect(announcement(page)).toHaveText("A note can have up to 500 takeaways.");
		await expect(takeaway(page, 501)).toHaveCount(0);
		await expectSaved(page);

		await paste(takeaway(page, 500), "\none more\nand another");
		await expect(takeaway(page, 502)).toHaveValue("and another");
		const problem = noteOf(page).getByText("A note can have up to 500 takeaways: remove 2 to have it saved.");
		await expect(problem).toBeVisible();
		await page.reload();
		await expect(takeaway(page, 502)).toHaveValue("and another");
		await page.getByRole("button", { name: "Remove takeaway 502" }).click();
		await page.getByRole("button", { name: "Remove takeaway 501" }).click();
		await expect(problem).toHaveCount(0);
		await expect(noteStatus(page)).toHaveText(/^Saved/);

		await takeaway(page, 2).fill("long ".repeat(401).trim());
		await expect(noteOf(page).getByText(/^Takeaway 2 has 2,004 characters: shorten it to 2,000/)).toBeVisible();
		await takeaway(page, 2).press("Backspace");
		await select(takeaway(page, 2), 1000, 1000);
		await expect(takeaway(page, 2)).toHaveValue("long ".repeat(401).trim().slice(0, -1));
	});
});

test.describe("a takeaway's time", () => {
	test("is set, leads to its moment, is changed and removed", async ({ page }) => {
		await openTalk(page, TALK);
		await takeaway(page, 1).fill("Columns outlive programs");
		await page.getByRole("button", { name: "Set the time of takeaway 1" }).click();
		const time = page.getByRole("group", { name: "Time of takeaway 1" }).getByRole("textbox", { name: "Time" });
		await expect(time).toBeFocused();
		await page.keyboard.type("12.34");
		await page.keyboard.press("Enter");
		await expect(page.getByRole("alert").filter({ hasText: "Write" })).toHaveText(
			"Write the time as 12:34 or 1:02:03.",
		);
		await expect(time).toHaveValue("12.34");
		await time.fill("12:34");
		await page.keyboard.press("Enter");
		await expect(takeaway(page, 1)).toBeFocused();
		const stamp = (clock: string) => page.getByRole("link", { name: `Watch from ${clock}` });
		await expect(stamp("12:34")).toHaveText("12:34");
		await expect(stamp("12:34")).toHaveAttribute("href", `${TALK}/watch?t=754`);
		await expect(announcement(page)).toHaveText("Takeaway 1 is at 12:34.");

		await page.getByRole("button", { name: "Change the time of takeaway 1" }).click();
		await expect(time).toHaveValue("12:34");
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("Shift+ArrowDown");
		await expect(time).toHaveValue("12:30");
		await page.keyboard.press("Escape");
		await expect(stamp("12:34")).toBeVisible();
		await page.getByRole("button", { name: "Change the time of takeaway 1" }).click();
		await page.keyboard.press("Shift+ArrowUp");
		await page.getByRole("button", { name: "Set", exact: true }).click();
		await expect(stamp("12:39")).toBeVisible();
		await expectSaved(page);

		// Enter in the middle: the time stays with what was before.
		await select(takeaway(page, 1), 7, 7);
		await page.keyboard.press("Enter");
		await expectTakeaways(page, ["Columns", "outlive programs"]);
		await expectSaved(page);
		await page.reload();
		await expectTakeaways(page, ["Columns", "outlive programs"]);
		await expect(
			page
				.getByRole("listitem")
				.filter({ has: takeaway(page, 1) })
				.getByRole("link"),
		).toHaveText("12:39");
		await expect(page.getByRole("link", { name: /^Watch from/ })).toHaveCount(1);

		await page.getByRole("button", { name: "Change the time of takeaway 1" }).click();
		await page.getByRole("button", { name: "No time" }).click();
		await expect(page.getByRole("link", { name: /^Watch from/ })).toHaveCount(0);
		await expect(announcement(page)).toHaveText("Takeaway 1 has no time.");
		await expectSaved(page);
	});
});

test.describe("the notes", () => {
	test("get Markdown from keys, which take it away again, and undo does too", async ({ page }) => {
		await openTalk(page, TALK);
		await notesField(page).fill("a plain line\nand another");
		await select(notesField(page), 2, 7);
		await page.keyboard.press("ControlOrMeta+b");
		await expect(notesField(page)).toHaveValue("a **plain** line\nand another");
		await page.keyboard.press("ControlOrMeta+i");
		await expect(notesField(page)).toHaveValue("a **_plain_** line\nand another");
		await page.keyboard.press("ControlOrMeta+i");
		await page.keyboard.press("ControlOrMeta+b");
		await expect(notesField(page)).toHaveValue("a plain line\nand another");
		await page.keyboard.press("ControlOrMeta+e");
		await expect(notesField(page)).toHaveValue("a `plain` line\nand another");
		await page.keyboard.press("ControlOrMeta+z");
		await expect(notesField(page)).toHaveValue("a plain line\nand another");
		await page.keyboard.press("ControlOrMeta+Shift+z");
		await expect(notesField(page)).toHaveValue("a `plain` line\nand another");
		await page.keyboard.press("ControlOrMeta+z");

		await page.keyboard.press("ControlOrMeta+k");
		await page.keyboard.type("https://tidetools.example/");
		await expect(notesField(page)).toHaveValue("a [plain](https://tidetools.example/) line\nand another");
		await page.keyboard.press("ControlOrMeta+a");
		await page.keyboard.press("ControlOrMeta+Shift+Digit8");
		await expect(notesField(page)).toHaveValue("- a [plain](https://tidetools.example/) line\n- and another");
		await expectSaved(page);
		await page.reload();
		await expect(notesField(page)).toHaveValue("- a [plain](https://tidetools.example/) line\n- and another");
	});

	test("get Markdown from a toolbar that arrow keys go through", async ({ page }) => {
		await openTalk(page, TALK);
		await notesField(page).fill("one\ntwo");
		await notesField(page).press("ControlOrMeta+a");
		const toolbar = page.getByRole("toolbar", { name: "Format" });
		await toolbar.getByRole("button", { name: "Task list" }).click();
		await expect(notesField(page)).toHaveValue("- [ ] one\n- [ ] two");
		await expect(notesField(page)).toBeFocused();
		await toolbar.getByRole("button", { name: "Numbered list" }).click();
		await expect(notesField(page)).toHaveValue("1. one\n2. two");
		await toolbar.getByRole("button", { name: "Numbered list" }).click();
		await expect(notesField(page)).toHaveValue("one\ntwo");

		// One stop for Tab, which leads out of the field as well.
		await toolbar.getByRole("button", { name: "Heading" }).focus();
		await page.keyboard.press("ArrowLeft");
		await expect(toolbar.getByRole("button", { name: "Quote" })).toBeFocused();
		await page.keyboard.press("Home");
		await page.keyboard.press("ArrowRight");
		await expect(toolbar.getByRole("button", { name: "Bold" })).toBeFocused();
		await page.keyboard.press("Tab");
		await expect(notesField(page)).toBeFocused();
		await page.keyboard.press("Shift+Tab");
		await expect(toolbar.getByRole("button", { name: "Bold" })).toBeFocused();
		await select(notesField(page), 0, 3);
		await toolbar.getByRole("button", { name: "Bold" }).press("Enter");
		await expect(notesField(page)).toHaveValue("**one**\ntwo");
		await expect(notesField(page)).toBeFocused();
		await page.keyboard.press("Tab");
		await expect(notesField(page)).not.toBeFocused();
	});

	test("go on with a list by Enter, and end it by one more", async ({ page }) => {
		await openTalk(page, TALK);
		// What goes on with lists is fetched with the first look at the field; a key that needs it waits for it.
		await notesField(page).fill("- one");
		await notesField(page).press("ControlOrMeta+a");
		await page.keyboard.press("ControlOrMeta+b");
		await expect(notesField(page)).toHaveValue("- **one**");
		await page.keyboard.press("ControlOrMeta+z");
		await expect(notesField(page)).toHaveValue("- one");
		await page.keyboard.press("ControlOrMeta+End");
		await page.keyboard.press("Enter");
		await page.keyboard.type("two");
		await page.keyboard.press("Enter");
		await page.keyboard.press("Enter");
		await page.keyboard.type("8. eight");
		await page.keyboard.press("Enter");
		await page.keyboard.type("nine");
		await expect(notesField(page)).toHaveValue("- one\n- two\n8. eight\n9. nine");
		await paste(notesField(page), "https://tidetools.example/");
		await expect(notesField(page)).toHaveValue("- one\n- two\n8. eight\n9. nine");
		await select(notesField(page), 2, 5);
		await paste(notesField(page), "https://tidetools.example/");
		await expect(notesField(page)).toHaveValue("- [one](https://tidetools.example/)\n- two\n8. eight\n9. nine");
	});

	test("are seen as they will look, tables and tasks too, beside where there is room", async ({ page }) => {
		await openTalk(page, TALK);
		await notesField(page).fill("| a | b |\n| - | - |\n| 1 | 2 |\n\n- [x] watched\n- [ ] tell the team\n");
		await page.getByRole("button", { name: "Preview" }).click();
		const preview = page.getByRole("region", { name: "Preview" });
		await expect(preview.getByRole("columnheader")).toHaveText(["a", "b"]);
		await expect(preview.getByRole("cell")).toHaveText(["1", "2"]);
		await expect(preview.getByRole("checkbox", { name: "Done" })).toBeChecked();
		await expect(preview.getByRole("checkbox", { name: "To do" })).not.toBeChecked();
		await expect(notesField(page)).toBeHidden();
		await expectNoFindings(page);
		await page.getByRole("button", { name: "Write" }).click();
		await expect(preview).toHaveCount(0);

		await page.getByRole("button", { name: "Split view" }).click();
		await notesField(page).press("ControlOrMeta+End");
		await page.keyboard.type("\nAnd **more**");
		await expect(preview.getByRole("strong")).toHaveText("more");
		const [field, visible] = [await notesField(page).boundingBox(), await preview.boundingBox()];
		expect((visible?.x ?? 0) - (field?.x ?? 0)).toBeGreaterThan(200);
		await page.reload();
		await expect(preview.getByRole("strong")).toHaveText("more");
		await page.getByRole("button", { name: "Write" }).click();
	});

	test("of 100,000 characters are written beside their preview", async ({ page }) => {
		await openTalk(page, TALK);
		const line = "A **line** of [some](https://tidetools.example/) length, and more of it.\n\n";
		const text = line.repeat(Math.floor(99_000 / line.length));
		await page.getByRole("button", { name: "Split view" }).click();
		await notesField(page).fill(text);
		await notesField(page).press("ControlOrMeta+End");
		await page.keyboard.type("Typed ahead.");
		await expect(notesField(page)).toHaveValue(`${text}Typed ahead.`);
		await expect(page.getByRole("region", { name: "Preview" }).getByText("Typed ahead.")).toBeAttached();
		await expectSaved(page);
		await page.getByRole("button", { name: "Write" }).click();
	});
});

test("on a phone everything is reached, and nothing is wider than it", async ({ newVisitor }) => {
	const phone = await newVisitor({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
	await openTalk(phone, TALK);
	await takeaway(phone, 1).fill("Columns outlive programs and the people who wrote them");
	await takeaway(phone, 1).press("Enter");
	await phone.keyboard.type("two");
	await phone.getByRole("button", { name: "Set the time of takeaway 2" }).tap();
	await phone.keyboard.type("1:02:03");
	await phone.keyboard.press("Enter");
	await phone.getByRole("button", { name: "Move takeaway 2 up" }).tap();
	await expectTakeaways(phone, ["two", "Columns outlive programs and the people who wrote them"]);
	// What stands below the row that was gone to stays while something else is pressed.
	await phone.getByRole("button", { name: "Preview" }).tap();
	await expect(phone.getByRole("region", { name: "Preview" })).toBeVisible();
	await phone.getByRole("button", { name: "Editing shortcuts" }).tap();
	await expect(phone.getByText("moves a takeaway")).toBeVisible();
	const [width, visible] = await phone.evaluate(() => [
		document.documentElement.scrollWidth,
		document.documentElement.clientWidth,
	]);
	expect(width).toBe(visible);
	await expectNoFindings(phone);
});
