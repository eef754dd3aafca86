import type { Page } from "@playwright/test";
import { newAccount, signInByForm, signUpByForm } from "./accounts";
import { conference, open, talks } from "./conference";
import { clickMark, expectMark, mark, markEventBody, markGroup } from "./marks";
import { expect, NO_RESPONSE, NOT_FOUND, test } from "./test";

const FIRST_DAY = conference.day("2025-10-04");

/** The visitor's marks as the server has them, by the address that pages ask. */
async function savedMarks(page: Page): Promise<[talkId: number, status: string][]> {
	const response = await page.request.get(`/api/visitor?conference=${conference.slug}`);
	return (await response.json()).marks;
}

test("is kept over a reload, with no account, and stands wherever the talk does", { tag: "@smoke" }, async ({
	page,
}) => {
	await page.goto("/watchlist");
	await expect(page.getByText("Nothing on your watchlist yet.")).toBeVisible();
	await page.getByRole("main").getByRole("link", { name: "Choose a conference" }).click();
	await expect(page).toHaveURL("/");

	await open(page, conference.path);
	await expectMark(page, talks.tides, null);
	await mark(page, talks.tides, "Must-see");
	await expectMark(page, talks.tides, "Must-see");
	await mark(page, talks.rain, "Missed");

	await page.reload();
	await expectMark(page, talks.tides, "Must-see");
	await expectMark(page, talks.rain, "Missed");
	await expectMark(page, talks.welcome, null);

	await page.getByRole("link", { name: talks.tides.title, exact: true }).click();
	await expect(page.getByRole("heading", { level: 1, name: talks.tides.title })).toBeVisible();
	await expectMark(page, talks.tides, "Must-see");
	await expectMark(page.getByRole("region", { name: "At the same time" }), talks.rain, "Missed");

	for (const path of ["/tracks/main", "/rooms/boathouse", "/speakers/emilie_norgard", "/talks?q=tide"]) {
		await page.goto(`${conference.path}${path}`);
		await expectMark(page, talks.tides, "Must-see");
	}
	await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Watchlist" }).click();
	const list = page.getByRole("region", { name: conference.title });
	await expectMark(list, talks.tides, "Must-see");
	await expectMark(list, talks.rain, "Missed");
});

test("stays when the guest signs up, and is there when they sign in elsewhere", { tag: "@smoke" }, async ({
	page,
	newVisitor,
}) => {
	const account = newAccount();
	await open(page, FIRST_DAY);
	await mark(page, talks.tides, "Must-see");
	await mark(page, talks.grep, "Watched");
	await signUpByForm(page, account);
	await page.goto("/watchlist?tab=all");
	await expectMark(page, talks.tides, "Must-see");
	await expectMark(page, talks.grep, "Watched");
	await expect(page.getByText("You are a guest on this device.")).toHaveCount(0);
	await page.goto(FIRST_DAY);
	await expectMark(page, talks.tides, "Must-see");

	const phone = await newVisitor();
	await signInByForm(phone, account);
	await expectMark(phone, talks.tides, "Must-see");
	await phone.goto(conference.talk(talks.grep));
	await expectMark(phone, talks.grep, "Watched");
	await mark(phone, talks.grep, "Missed");
	await page.goto(conference.talk(talks.grep));
	await expectMark(page, talks.grep, "Missed");
});

test("is gone from the browser after signing out", async ({ page }) => {
	const account = newAccount();
	await open(page, FIRST_DAY);
	await mark(page, talks.tides, "Must-see");
	await signUpByForm(page, account);
	await page.getByRole("banner").getByRole("link", { name: account.name }).click();
	await expect(page.getByText(`Signed in as ${account.name}`)).toBeVisible();
	await page.getByRole("button", { name: "Sign out" }).click();
	await expect(page).toHaveURL("/");
	await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
	await open(page, FIRST_DAY);
	await expectMark(page, talks.tides, null);
	expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([]);

	await signInByForm(page, account);
	await expectMark(page, talks.tides, "Must-see");
});

test("is kept though the page is left at once, the first ones of a new guest too", async ({ page }) => {
	await open(page, FIRST_DAY);
	await clickMark(page, talks.tides, "Must-see");
	await clickMark(page, talks.rain, "Missed");
	await page.reload();
	await expectMark(page, talks.tides, "Must-see");
	await expectMark(page, talks.rain, "Missed");
});

test("stands on a watchlist that was opened before the server had it", async ({ page }) => {
	await open(page, FIRST_DAY);
	await mark(page, talks.rain, "Missed");
	let respond = () => {};
	const isOpened = new Promise<void>((resolve) => {
		respond = resolve;
	});
	await page.route("**/api/marks", async (route) => {
		await isOpened;
		await route.continue();
	});
	await clickMark(page, talks.tides, "Must-see");
	await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Watchlist" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Watchlist" })).toBeVisible();
	respond();
	await expectMark(page, talks.tides, "Must-see");
	await expectMark(page, talks.rain, "Missed");
});

test.describe("while the server is away", () => {
	test.use({ expectedProblems: NO_RESPONSE });

	test("is sent in the order of the presses, those of all tabs", async ({ page, context }) => {
		await open(page, FIRST_DAY);
		await mark(page, talks.rain, "Watched");
		const other = await context.newPage();
		await open(other, FIRST_DAY);
		await context.route("**/api/marks", (route) => route.abort());
		await clickMark(page, talks.tides, "Must-see");
		await clickMark(other, talks.tides, "Watched");
		await expectMark(page, talks.tides, "Watched");
		await clickMark(page, talks.grep, "Missed");
		await expect(page.getByText("3 marks wait to be saved.")).toBeVisible();
		await other.close();
		const sent = page.waitForRequest("**/api/marks");
		await context.unroute("**/api/marks");
		await page.reload();
		const { presses } = (await sent).postDataJSON();
		expect(presses.map(({ status }: { status: string }) => status)).toEqual(["MUST_SEE", "WATCHED", "MISSED"]);
		await expect.poll(() => savedMarks(page)).toHaveLength(3);
		await expectMark(page, talks.tides, "Watched");
	});

	test("is sent as soon as the connection is back", async ({ page, context }) => {
		await open(page, FIRST_DAY);
		await context.setOffline(true);
		await clickMark(page, talks.tides, "Watched");
		await expect(markGroup(page, talks.tides).getByText("Not saved yet. Trying again…")).toBeVisible();
		await context.setOffline(false);
		await expect(markGroup(page, talks.tides).getByText("Not saved")).toHaveCount(0);
		await page.reload();
		await expectMark(page, talks.tides, "Watched");
	});
});

test.describe("when the server refuses it", () => {
	test.use({ expectedProblems: NOT_FOUND });

	test("is taken back, and the reason stands beside it", async ({ page }) => {
		await open(page, FIRST_DAY);
		await mark(page, talks.tides, "Watched");
		// As if the talk were gone: the server's own refusal, of a talk that never was.
		await page.route("**/api/marks", (route) => route.continue({ postData: markEventBody(2_147_483_647, "MISSED") }));
		await clickMark(page, talks.tides, "Must-see");
		await expect(markGroup(page, talks.tides).getByText("Not saved: There is no such talk.")).toBeVisible();
		await expectMark(page, talks.tides, "Watched");
		await clickMark(page, talks.rain, "Missed");
		await expect(markGroup(page, talks.rain).getByText("Not saved: There is no such talk.")).toBeVisible();
		await expectMark(page, talks.rain, null);

		await page.unroute("**/api/marks");
		await mark(page, talks.rain, "Missed");
		await expect(markGroup(page, talks.rain).getByText("Not saved")).toHaveCount(0);
		await page.reload();
		await expectMark(page, talks.tides, "Watched");
		await expectMark(page, talks.rain, "Missed");
	});
});
