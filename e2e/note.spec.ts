import type { Page } from "@playwright/test";
import { newAccount, signInByForm, signUpByForm } from "./accounts";
import { conference, talks } from "./conference";
import { expectSaved, expectTakeaways, noteOf, noteStatus, notesField, openTalk, takeaway, writeNote } from "./notes";
import { expect, NO_RESPONSE, test } from "./test";

const OFFLINE = "Offline — kept on this device";

const TALK = conference.talk(talks.tides);

/** What the server has of the note that the page shows. */
async function savedNote(page: Page, talkId: number): Promise<{ text: string; takeaways: string[] }> {
	const { note } = await (await page.request.get(`/api/notes/${talkId}`)).json();
	return { text: note.text, takeaways: note.takeaways.map((each: { text: string }) => each.text) };
}

test("is saved as it is typed, and whole after a reload", { tag: "@smoke" }, async ({ page }) => {
	await openTalk(page, TALK);
	await expect(page.getByRole("heading", { name: "Key takeaways" })).toBeVisible();
	await expect(noteStatus(page)).toHaveText("Saved as you type.");
	await takeaway(page, 1).fill("Columns outlive programs");
	await takeaway(page, 1).press("Enter");
	await expect(takeaway(page, 2)).toBeFocused();
	await page.keyboard.type("Émilie's table has 14,600 lines 🌊");
	await expect(noteStatus(page)).toHaveText(/^Sav(?:ing…|ed \d\d:\d\d)$/);
	const text = "# Why it mattered\n\nOne file, *forty* years.\n\n- [manual](https://tidetools.example/manual)\n";
	await notesField(page).fill(text);
	await expectSaved(page);

	await page.reload();
	await expectTakeaways(page, ["Columns outlive programs", "Émilie's table has 14,600 lines 🌊"]);
	await expect(notesField(page)).toHaveValue(text);
	await openTalk(page, conference.talk(talks.rain));
	await expectTakeaways(page, [""]);
	await expect(notesField(page)).toHaveValue("");
});

test("has takeaways that Enter adds and Backspace in an empty one removes", async ({ page }) => {
	await openTalk(page, TALK);
	await takeaway(page, 1).fill("first");
	await takeaway(page, 1).press("Enter");
	await page.keyboard.type("third");
	// From the first field the next one comes between.
	await takeaway(page, 1).press("Enter");
	await expect(takeaway(page, 2)).toBeFocused();
	await expectTakeaways(page, ["first", "", "third"]);
	await page.keyboard.press("Backspace");
	await expect(takeaway(page, 1)).toBeFocused();
	await expectTakeaways(page, ["first", "third"]);

	await takeaway(page, 2).press("End");
	await page.keyboard.press("Backspace");
	await expectTakeaways(page, ["first", "thir"]);
	// A takeaway is one line, however it is pasted.
	await takeaway(page, 2).fill("thi\nrd");
	await expectTakeaways(page, ["first", "thi rd"]);
	await page.getByRole("button", { name: "Add a takeaway" }).click();
	await expect(takeaway(page, 3)).toBeFocused();
	await page.keyboard.type("last");
	await page.getByRole("button", { name: "Remove takeaway 2" }).click();
	await expectTakeaways(page, ["first", "last"]);
	await expectSaved(page);
	await page.reload();
	await expectTakeaways(page, ["first", "last"]);

	// The only one stays, empty.
	await page.getByRole("button", { name: "Remove takeaway 2" }).click();
	await takeaway(page, 1).fill("");
	await takeaway(page, 1).press("Backspace");
	await expectTakeaways(page, [""]);
	await expectSaved(page);
	await page.reload();
	await expectTakeaways(page, [""]);
});

test("has takeaways that buttons and Alt with the arrows reorder", async ({ page }) => {
	await openTalk(page, TALK);
	await writeNote(page, { text: "", takeaways: ["one", "two", "three"] });
	await page.getByRole("button", { name: "Move takeaway 3 up" }).click();
	await expectTakeaways(page, ["one", "three", "two"]);
	await page.getByRole("button", { name: "Move takeaway 1 down" }).click();
	await expectTakeaways(page, ["three", "one", "two"]);
	await expect(page.getByRole("button", { name: "Move takeaway 1 up" })).toBeDisabled();
	await expect(page.getByRole("button", { name: "Move takeaway 3 down" })).toBeDisabled();

	await takeaway(page, 3).press("Alt+ArrowUp");
	await expectTakeaways(page, ["three", "two", "one"]);
	await expect(takeaway(page, 2)).toBeFocused();
	await page.keyboard.press("Alt+ArrowUp");
	await expectTakeaways(page, ["two", "three", "one"]);
	await page.keyboard.press("Alt+ArrowUp");
	await expectTakeaways(page, ["two", "three", "one"]);
	await page.keyboard.press("Alt+ArrowDown");
	await page.keyboard.press("Alt+ArrowDown");
	await expectTakeaways(page, ["three", "one", "two"]);
	await expect(takeaway(page, 3)).toBeFocused();
	await expectSaved(page);
	await page.reload();
	await expectTakeaways(page, ["three", "one", "two"]);
});

test("keeps the place where somebody types in the middle of a text", async ({ page }) => {
	await openTalk(page, TALK);
	await takeaway(page, 1).fill("Colons everywhere");
	await takeaway(page, 1).press("Home");
	await page.keyboard.type("Ha: ");
	await expectTakeaways(page, ["Ha: Colons everywhere"]);
	await notesField(page).fill("the end");
	await notesField(page).press("Home");
	await page.keyboard.type("Not ");
	await expect(notesField(page)).toHaveValue("Not the end");
	await expectSaved(page);
});

test("shows what its Markdown will look like, and runs nothing of it", async ({ page }) => {
	await openTalk(page, TALK);
	await notesField(page).fill(
		[
			"# Heading",
			"",
			"A **strong** word, a [link](https://tidetools.example/), and a list:",
			"",
			"1. one",
			"2. two",
			"",
			"| a | b |",
			"| - | - |",
			"| 1 | 2 |",
			"",
			"<script>window.breakwater = 'note'</script>",
			"<img src=x onerror=\"window.breakwater = 'image'\">",
			"",
			"[press](javascript:window.breakwater='link') ![picture](https://breakwater.example/track.png)",
			"",
			"<a href=\"javascript:window.breakwater='html'\">html</a>",
		].join("\n"),
	);
	const requests: string[] = [];
	page.on("request", (request) => requests.push(request.url()));
	await page.getByRole("button", { name: "Preview" }).click();
	const preview = page.getByRole("region", { name: "Preview" });
	await expect(preview.getByRole("heading", { name: "Heading" })).toBeVisible();
	await expect(preview.getByRole("strong")).toHaveText("strong");
	await expect(preview.getByRole("link", { name: "link", exact: true })).toHaveAttribute(
		"href",
		"https://tidetools.example/",
	);
	await expect(preview.getByRole("listitem")).toHaveText(["one", "two"]);
	await expect(preview.getByRole("cell")).toHaveText(["1", "2"]);
	await expect(preview.getByText("press", { exact: false })).toBeVisible();
	await preview.getByText("press").click();
	expect(await preview.locator("script, iframe, img, [onerror], a[href^='javascript:' i]").count()).toBe(0);
	expect(await page.evaluate(() => "breakwater" in window)).toBe(false);
	expect(requests.filter((url) => url.includes("breakwater.example"))).toEqual([]);

	await page.getByRole("button", { name: "Preview" }).click();
	await expect(preview).toHaveCount(0);
	await expect(notesField(page)).toBeVisible();
	await expectSaved(page);
});

test("is whole after a reload at any moment while it is typed", async ({ page }) => {
	const talkId = await openTalk(page, TALK);
	await takeaway(page, 1).pressSequentially("typed and");
	await page.reload();
	await expectTakeaways(page, ["typed and"]);
	await expect(takeaway(page, 1)).toBeEditable();
	await takeaway(page, 1).press("End");
	await page.keyboard.type(" left again");
	await takeaway(page, 1).press("Enter");
	await page.keyboard.type("and again");
	await page.reload();
	await expectTakeaways(page, ["typed and left again", "and again"]);

	// Left while the pause before sending lasts, and long past it.
	for (const wait of [0, 200, 480, 520, 700]) {
		await expect(notesField(page)).toBeEditable();
		await notesField(page).press("ControlOrMeta+End");
		const before = await notesField(page).inputValue();
		await page.keyboard.type(`after ${wait} ms. `);
		await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), wait);
		await page.reload();
		await expect(notesField(page)).toHaveValue(`${before}after ${wait} ms. `);
		await expect(noteOf(page).getByRole("button", { name: "Keep mine" })).toHaveCount(0);
	}
	const text = await notesField(page).inputValue();
	await expect.poll(() => savedNote(page, talkId)).toEqual({ text, takeaways: ["typed and left again", "and again"] });
});

test("is whole when the page is left by a link while it is typed", async ({ page }) => {
	await openTalk(page, TALK);
	await notesField(page).pressSequentially("On my way out");
	await page.getByRole("region", { name: "At the same time" }).getByRole("link", { name: talks.rain.title }).click();
	await expect(page.getByRole("heading", { level: 1, name: talks.rain.title })).toBeVisible();
	await expect(notesField(page)).toHaveValue("");
	await page.goBack();
	await expect(page.getByRole("heading", { level: 1, name: talks.tides.title })).toBeVisible();
	await expect(notesField(page)).toHaveValue("On my way out");
});

test("is not in conflict with itself when an answer was lost", async ({ page }) => {
	const talkId = await openTalk(page, TALK);
	let isSaved = false;
	// The server keeps what it was sent, and the page never hears of it.
	await page.route("**/api/notes/*", async (route) => {
		if (route.request().method() !== "PATCH") return route.continue();
		await route.fetch();
		isSaved = true;
	});
	await notesField(page).fill("Kept, though nobody said so");
	await expect.poll(() => isSaved).toBe(true);
	await notesField(page).press("End");
	await page.keyboard.type(", and more");
	await page.unroute("**/api/notes/*");
	await page.reload();
	await expect(notesField(page)).toHaveValue("Kept, though nobody said so, and more");
	await expect.poll(() => savedNote(page, talkId)).toMatchObject({ text: "Kept, though nobody said so, and more" });
	await expect(noteOf(page).getByRole("button", { name: "Keep mine" })).toHaveCount(0);
});

test.describe("while the server is away", () => {
	test.use({ expectedProblems: NO_RESPONSE });

	test("is kept, says so, and is sent when the server is back", async ({ page }) => {
		const talkId = await openTalk(page, TALK);
		await page.route("**/api/notes/*", (route) => route.abort());
		await takeaway(page, 1).fill("Written in a cellar");
		await expect(noteStatus(page)).toHaveText(OFFLINE);
		await takeaway(page, 1).press("Enter");
		await page.keyboard.type("and on the stairs");
		await notesField(page).fill("No signal.");
		await expect(noteStatus(page)).toHaveText(OFFLINE);
		await page.unroute("**/api/notes/*");
		await expectSaved(page);
		expect(await savedNote(page, talkId)).toEqual({
			text: "No signal.",
			takeaways: ["Written in a cellar", "and on the stairs"],
		});
	});

	test("is there after a reload, can be written on, and is sent by a later visit", async ({ page }) => {
		const talkId = await openTalk(page, TALK);
		await page.route("**/api/notes/*", (route) => route.abort());
		await notesField(page).fill("Written in a cellar");
		await expect(noteStatus(page)).toHaveText(OFFLINE);
		await page.reload();
		await expect(notesField(page)).toHaveValue("Written in a cellar");
		await expect(noteStatus(page)).toHaveText(OFFLINE);
		await notesField(page).press("End");
		await page.keyboard.type(", and on the stairs");
		await page.goto(conference.path);
		await page.unroute("**/api/notes/*");

		await openTalk(page, TALK);
		await expect(notesField(page)).toHaveValue("Written in a cellar, and on the stairs");
		await expect
			.poll(() => savedNote(page, talkId))
			.toEqual({ text: "Written in a cellar, and on the stairs", takeaways: [] });
	});

	test("is sent by whatever page comes next", async ({ page }) => {
		const talkId = await openTalk(page, TALK);
		await page.route("**/api/notes/*", (route) => route.abort());
		await takeaway(page, 1).fill("Written in a cellar");
		await expect(noteStatus(page)).toHaveText(OFFLINE);
		await page.unroute("**/api/notes/*");
		await page.goto("/");
		await expect.poll(() => savedNote(page, talkId)).toEqual({ text: "", takeaways: ["Written in a cellar"] });
	});

	test("is whole when the tab was closed meanwhile, and sent when the network is back", async ({ page, context }) => {
		const talkId = await openTalk(page, TALK);
		await writeNote(page, { text: "Begun.", takeaways: ["one"] });
		const page2 = await context.newPage();
		await openTalk(page2, TALK);
		await page2.route("**/api/notes/*", (route) => route.abort());
		await notesField(page2).press("ControlOrMeta+End");
		await page2.keyboard.type(" And gone on in a cellar.");
		await takeaway(page2, 1).press("End");
		await page2.keyboard.type(", and more");
		await expect(noteStatus(page2)).toHaveText(OFFLINE);
		await page2.close();

		await context.setOffline(true);
		await context.setOffline(false);
		const later = await context.newPage();
		await openTalk(later, TALK);
		await expect(notesField(later)).toHaveValue("Begun. And gone on in a cellar.");
		await expect
			.poll(() => savedNote(later, talkId))
			.toEqual({ text: "Begun. And gone on in a cellar.", takeaways: ["one, and more"] });
	});

	test("is sent as soon as the device is online again", async ({ page, context }) => {
		const talkId = await openTalk(page, TALK);
		await context.setOffline(true);
		await notesField(page).fill("Written in a tunnel");
		await expect(noteStatus(page)).toHaveText(OFFLINE);
		// Tried again ever more seldom by then.
		await page.clock.install();
		await context.setOffline(false);
		await expectSaved(page);
		expect(await savedNote(page, talkId)).toEqual({ text: "Written in a tunnel", takeaways: [] });
	});

	test("is not given up by signing out without a question", async ({ page }) => {
		const account = newAccount();
		await signUpByForm(page, account);
		await page.goto(TALK);
		await expect(notesField(page)).toBeEditable();
		await page.route("**/api/notes/*", (route) => route.abort());
		await notesField(page).fill("Written in a cellar");
		await expect(noteStatus(page)).toHaveText(OFFLINE);
		// Before the browser knows who is here, it is known whose the note is.
		await page.route("**/api/visitor*", () => {});
		await page.goto("/account");
		await page.getByRole("button", { name: "Sign out" }).click();
		const dialog = page.getByRole("alertdialog", { name: "Sign out?" });
		await expect(dialog).toContainText("not saved yet");
		await expect(dialog.getByRole("button", { name: "Stay" })).toBeFocused();
		await page.keyboard.press("Enter");
		await expect(dialog).toBeHidden();
		await expect(page.getByRole("button", { name: "Sign out" })).toBeFocused();
		await page.unrouteAll();
		await page.goto(TALK);
		await expect(page.getByRole("banner").getByRole("link", { name: account.name })).toBeVisible();
		await expect(notesField(page)).toHaveValue("Written in a cellar");
	});
});

test.describe("whose answer was lost on the way back", () => {
	test.use({ expectedProblems: NO_RESPONSE });

	test("is not in conflict with itself", async ({ page }) => {
		const talkId = await openTalk(page, TALK);
		let isSaved = false;
		await page.route("**/api/notes/*", async (route) => {
			if (route.request().method() !== "PATCH") return route.continue();
			if (!isSaved) await route.fetch();
			isSaved = true;
			await route.abort();
		});
		await notesField(page).fill("Kept, though nobody said so");
		await expect(noteStatus(page)).toHaveText(OFFLINE);
		await notesField(page).press("End");
		await page.keyboard.type(", and more");
		await page.unroute("**/api/notes/*");
		await expectSaved(page);
		await expect(notesField(page)).toHaveValue("Kept, though nobody said so, and more");
		expect((await savedNote(page, talkId)).text).toBe("Kept, though nobody said so, and more");
	});
});

test("is there after signing up, and on another device", { tag: "@smoke" }, async ({ page, newVisitor }) => {
	const account = newAccount();
	await openTalk(page, TALK);
	await writeNote(page, { text: "Of a guest.", takeaways: ["kept"] });
	await signUpByForm(page, account);
	await page.goto(TALK);
	await expect(notesField(page)).toHaveValue("Of a guest.");

	const phone = await newVisitor();
	await openTalk(phone, conference.talk(talks.rain));
	await writeNote(phone, { text: "Of another guest.", takeaways: [] });
	await signInByForm(phone, account);
	await phone.goto(TALK);
	await expect(notesField(phone)).toHaveValue("Of a guest.");
	await expectTakeaways(phone, ["kept"]);
	await page.goto(conference.talk(talks.rain));
	await expect(notesField(page)).toHaveValue("Of another guest.");
});

test("is not shown to who comes after signing out", async ({ page }) => {
	const account = newAccount();
	await openTalk(page, TALK);
	await writeNote(page, { text: "Mine alone.", takeaways: [] });
	await signUpByForm(page, account);
	await page.goto("/account");
	await page.getByRole("button", { name: "Sign out" }).click();
	await expect(page).toHaveURL("/");
	await openTalk(page, TALK);
	await expect(notesField(page)).toHaveValue("");
});

test("is saved by small requests, however long it is", async ({ page }) => {
	test.slow();
	const talkId = await openTalk(page, TALK);
	const text = "What I took away from it. ".repeat(4_000).slice(0, 99_990);
	await notesField(page).fill(text);
	await expectSaved(page);
	const sizes: number[] = [];
	page.on("request", (request) => {
		if (request.method() === "PATCH") sizes.push(request.postDataBuffer()?.byteLength ?? 0);
	});
	await notesField(page).press("ControlOrMeta+Home");
	await page.keyboard.press("x");
	await expect.poll(() => sizes.length).toBe(1);
	await expectSaved(page);
	expect(sizes).toEqual([expect.any(Number)]);
	expect(Math.max(...sizes)).toBeLessThan(2_000);
	expect((await savedNote(page, talkId)).text).toBe(`x${text}`);
});

test.describe("past the limits", () => {
	test.use({ expectedProblems: /Failed to load resource.* 400/ });

	test("is refused with a sentence, and its text stays", async ({ page }) => {
		test.slow();
		const talkId = await openTalk(page, TALK);
		await writeNote(page, { text: "Short.", takeaways: [] });
		const text = "x".repeat(100_001);
		const sentence = "Not saved: A note can have up to 100,000 characters.";
		await notesField(page).fill(text);
		await expect(noteStatus(page)).toHaveText(sentence);
		await page.reload();
		await expect(noteStatus(page)).toHaveText(sentence);
		await expect(notesField(page)).toHaveValue(text);
		expect((await savedNote(page, talkId)).text).toBe("Short.");
		await notesField(page).press("ControlOrMeta+End");
		await page.keyboard.press("Backspace");
		await expectSaved(page);
		expect((await savedNote(page, talkId)).text).toBe(text.slice(1));
	});
});

test.describe("of somebody whose session has ended", () => {
	test.use({ expectedProblems: /Failed to load resource.* 401/ });

	const ENDED = "Your session has ended. What you write is kept on this device. Sign in";

	/** Somebody signed in writes, and their session ends while they do. */
	async function outlastSession(page: Page) {
		const account = newAccount();
		await signUpByForm(page, account);
		const talkId = await openTalk(page, TALK);
		await writeNote(page, { text: "Signed in.", takeaways: [] });
		await page.context().clearCookies();
		await notesField(page).press("ControlOrMeta+End");
		await page.keyboard.type(" And after.");
		await expect(noteStatus(page)).toHaveText(ENDED);
		return { account, talkId };
	}

	test("is kept and said so, and saved once they are back", async ({ page }) => {
		const { account, talkId } = await outlastSession(page);
		await page.keyboard.type(" And still.");
		await page.reload();
		await expect(noteStatus(page)).toHaveText(ENDED);
		await expect(notesField(page)).toHaveValue("Signed in. And after. And still.");
		await noteOf(page).getByRole("link", { name: "Sign in" }).click();
		await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
		await signInByForm(page, account);
		await expect
			.poll(() => savedNote(page, talkId))
			.toEqual({ text: "Signed in. And after. And still.", takeaways: [] });
	});

	test("is neither shown nor given to who signs in instead", async ({ page }) => {
		const { account, talkId } = await outlastSession(page);
		await signUpByForm(page, newAccount());
		await openTalk(page, TALK);
		await expect(notesField(page)).toHaveValue("");
		await expect(noteStatus(page)).toContainText("Another account's text on this talk waits here");
		await writeNote(page, { text: "Somebody else's.", takeaways: [] });
		expect((await savedNote(page, talkId)).text).toBe("Somebody else's.");
		await page.goto("/account");
		await page.getByRole("button", { name: "Sign out" }).click();
		await expect(page).toHaveURL("/");
		await signInByForm(page, account);
		await expect.poll(() => savedNote(page, talkId)).toEqual({ text: "Signed in. And after.", takeaways: [] });
	});
});
