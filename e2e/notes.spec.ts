import type { Page } from "@playwright/test";
import { newAccount, signInByForm, signUp, signUpByForm } from "./accounts";
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
	// The caret stays where somebody types in the middle of a text.
	await takeaway(page, 1).press("Home");
	await page.keyboard.type("at ");
	await expectTakeaways(page, ["at first", "last"]);
	await notesField(page).fill("the end");
	await notesField(page).press("Home");
	await page.keyboard.type("Not ");
	await expect(notesField(page)).toHaveValue("Not the end");

	// The only one stays, empty.
	await page.getByRole("button", { name: "Remove takeaway 2" }).click();
	await takeaway(page, 1).fill("");
	await takeaway(page, 1).press("Backspace");
	await expectTakeaways(page, [""]);
	await expectSaved(page);
	await page.reload();
	await expectTakeaways(page, [""]);
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

	// While it is being sent.
	await notesField(page).press("ControlOrMeta+End");
	const sent = page.waitForRequest((request) => request.method() === "PATCH");
	await page.keyboard.type("Sent as the page is left.");
	await sent;
	await page.reload();
	await expect(notesField(page)).toHaveValue("Sent as the page is left.");
	await expect(noteOf(page).getByRole("button", { name: "Keep mine" })).toHaveCount(0);
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

test.describe("while the server is away", () => {
	test.use({ expectedProblems: NO_RESPONSE });

	test("is sent by whatever page comes next", async ({ page }) => {
		const talkId = await openTalk(page, TALK);
		await page.route("**/api/notes/*", (route) => route.abort());
		await takeaway(page, 1).fill("Written in a cellar");
		await expect(noteStatus(page)).toHaveText(OFFLINE);
		await page.unroute("**/api/notes/*");
		await page.goto("/");
		await expect.poll(() => savedNote(page, talkId)).toEqual({ text: "", takeaways: ["Written in a cellar"] });
	});

	test("is not given up by signing out without a question", async ({ page }) => {
		const account = newAccount();
		await signUp(page, account);
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

test.describe("of somebody whose session has ended", () => {
	test.use({ expectedProblems: /Failed to load resource.* 401/ });

	const ENDED = "Your session has ended. What you write is kept on this device. Sign in";

	test("is kept and said so, shown to nobody else, and saved once they are back", async ({ page }) => {
		const account = newAccount();
		await signUp(page, account);
		const talkId = await openTalk(page, TALK);
		await writeNote(page, { text: "Signed in.", takeaways: [] });
		await page.context().clearCookies();
		await notesField(page).press("ControlOrMeta+End");
		await page.keyboard.type(" And after.");
		await expect(noteStatus(page)).toHaveText(ENDED);
		await page.reload();
		await expect(noteStatus(page)).toHaveText(ENDED);
		await expect(notesField(page)).toHaveValue("Signed in. And after.");
		await noteOf(page).getByRole("link", { name: "Sign in" }).click();
		await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();

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
