import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { newAccount, signInByForm, signUpByForm } from "./accounts";
import { conference, open, talks, talkTitles } from "./conference";
import { importSchedule } from "./imports";
import { clickMark, expectMark, MARKS, type Mark, mark, markEventBody, markGroup } from "./marks";
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

test("shows at once, changes to another, and goes when it is pressed again", async ({ page }) => {
	await open(page, conference.talk(talks.grep));
	// Before any answer: the answer is held back until the mark was seen.
	let respond = () => {};
	const isSeen = new Promise<void>((resolve) => {
		respond = resolve;
	});
	await page.route("**/api/marks", async (route) => {
		await isSeen;
		await route.continue();
	});
	await clickMark(page, talks.grep, "Watched");
	await expectMark(page, talks.grep, "Watched");
	respond();
	await expect.poll(() => savedMarks(page)).toHaveLength(1);

	await mark(page, talks.grep, "Missed");
	await expectMark(page, talks.grep, "Missed");
	await mark(page, talks.grep, "Missed");
	await expectMark(page, talks.grep, null);
	expect(await savedMarks(page)).toEqual([]);
	await page.reload();
	await expect(page.getByRole("banner").getByRole("link", { name: "Sign up" })).toBeVisible();
	await expectMark(page, talks.grep, null);
});

test("says on an empty watchlist what to do", async ({ page }) => {
	await page.goto("/watchlist");
	await expect(page.getByText("Nothing on your watchlist yet.")).toBeVisible();
	await page.getByRole("main").getByRole("link", { name: "Choose a conference" }).click();
	await expect(page).toHaveURL("/");
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

test("comes along when a guest signs in to an account that has marks", async ({ page, newVisitor }) => {
	const account = newAccount();
	await open(page, FIRST_DAY);
	await mark(page, talks.tides, "Must-see");
	await signUpByForm(page, account);

	const phone = await newVisitor();
	await open(phone, FIRST_DAY);
	await mark(phone, talks.rain, "Missed");
	await signInByForm(phone, account);
	await expectMark(phone, talks.tides, "Must-see");
	await expectMark(phone, talks.rain, "Missed");
	await page.goto("/watchlist");
	await expectMark(page, talks.rain, "Missed");
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

test("is nobody else's", async ({ page, newVisitor }) => {
	await open(page, FIRST_DAY);
	await mark(page, talks.tides, "Must-see");
	const otherVisitor = await newVisitor();
	await open(otherVisitor, FIRST_DAY);
	await expectMark(otherVisitor, talks.tides, null);
	await mark(otherVisitor, talks.tides, "Missed");
	await otherVisitor.goto("/watchlist");
	expect(await talkTitles(otherVisitor)).toEqual([talks.tides.title]);
	await page.reload();
	await expectMark(page, talks.tides, "Must-see");
});

test("is the last one pressed of thirty fast presses over ten talks", async ({ page }) => {
	await open(page, FIRST_DAY);
	const titles = (await talkTitles(page)).slice(0, 10);
	const last = new Map<string, Mark | null>();
	for (let round = 0; round < 3; round++) {
		for (const [index, title] of titles.entries()) {
			const clickedMark = MARKS[(index + round * (index % 2)) % 3] as Mark;
			await clickMark(page, { title }, clickedMark);
			// Even talks: the same one three times, so on, off, on. Odd ones: another each time.
			last.set(title, last.get(title) === clickedMark ? null : clickedMark);
		}
	}
	for (const [title, expected] of last) await expectMark(page, { title }, expected);
	await expect
		.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => /press/.test(key))))
		.toEqual([]);
	await page.reload();
	for (const [title, expected] of last) await expectMark(page, { title }, expected);
});

test("is the last one pressed of two hundred in ten seconds over fifty talks", async ({ page, baseURL }) => {
	test.slow();
	const slug = `tide-${randomUUID().slice(0, 8)}`;
	const events = Array.from({ length: 50 }, (_, index) => {
		return { guid: `${slug}-${index}`, title: `Wave ${index}`, room: `Pier ${index}`, duration: "00:30" };
	});
	await importSchedule(baseURL ?? "", { acronym: slug, title: slug, events });
	await open(page, `/conferences/${slug}`);
	// As fast as a page can, spread over the time: the buttons themselves are pressed, 200 times.
	const expected = await page.evaluate(async () => {
		const groups = [...document.querySelectorAll("fieldset.marks")];
		const last: (number | null)[] = groups.map(() => null);
		for (let index = 0; index < 200; index++) {
			const position = (index * 7) % groups.length;
			const button = (index * 5 + Math.floor(index / 50)) % 3;
			(groups[position] as HTMLElement).querySelectorAll("button")[button]?.click();
			last[position] = last[position] === button ? null : button;
			await new Promise((done) => setTimeout(done, 45));
		}
		return last;
	});
	expect(expected).toHaveLength(50);
	await expect
		.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => /press/.test(key))))
		.toEqual([]);
	await page.reload();
	for (const [index, button] of expected.entries()) {
		await expectMark(page, { title: `Wave ${index}` }, button === null ? null : (MARKS[button] as Mark));
	}
});

test("is kept though the page is left at once, the first ones of a new guest too", async ({ page }) => {
	await open(page, FIRST_DAY);
	await clickMark(page, talks.tides, "Must-see");
	await clickMark(page, talks.rain, "Missed");
	await page.reload();
	await expectMark(page, talks.tides, "Must-see");
	await expectMark(page, talks.rain, "Missed");
	await clickMark(page, talks.grep, "Watched");
	await page.goto("/watchlist?tab=all");
	await expect(page.getByRole("banner").getByRole("link", { name: "Sign up" })).toBeVisible();
	await expect.poll(() => savedMarks(page)).toHaveLength(3);
	await page.reload();
	await expectMark(page, talks.tides, "Must-see");
	await expectMark(page, talks.rain, "Missed");
	await expectMark(page, talks.grep, "Watched");
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

test("is not taken back by an answer that was given before it", async ({ page }) => {
	await open(page, FIRST_DAY);
	await mark(page, talks.rain, "Missed");
	await page.reload();
	await expectMark(page, talks.rain, "Missed");
	let respond = () => {};
	const isPressed = new Promise<void>((resolve) => {
		respond = resolve;
	});
	let isAsked = false;
	await page.route("**/api/visitor?*", async (route) => {
		const earlier = await route.fetch();
		isAsked = true;
		await isPressed;
		await route.fulfill({ response: earlier });
	});
	// Another page of the conference asks for the marks anew.
	await page.getByRole("link", { name: talks.tides.title, exact: true }).click();
	await expect(page.getByRole("heading", { level: 1, name: talks.tides.title })).toBeVisible();
	await expect.poll(() => isAsked).toBe(true);
	const before = page.getByRole("region", { name: "At the same time" });
	await mark(page, talks.tides, "Must-see");
	const late = page.waitForResponse(/\/api\/visitor/);
	respond();
	await (await late).finished();
	await expectMark(before, talks.rain, "Missed");
	await expectMark(page, talks.tides, "Must-see");
});

test.describe("while the server is away", () => {
	test.use({ expectedProblems: NO_RESPONSE });

	test("shows, says that it is not saved, and is sent when the server is back", async ({ page }) => {
		await open(page, FIRST_DAY);
		await page.route("**/api/marks", (route) => route.abort());
		await clickMark(page, talks.tides, "Must-see");
		await clickMark(page, talks.rain, "Missed");
		await expect(markGroup(page, talks.tides).getByText("Not saved yet. Trying again…")).toBeVisible();
		await expectMark(page, talks.tides, "Must-see");
		await expect(page.getByText("2 marks wait to be saved.")).toBeVisible();
		expect(await savedMarks(page)).toEqual([]);

		await page.unroute("**/api/marks");
		await expect(markGroup(page, talks.tides).getByText("Not saved")).toHaveCount(0, { timeout: 15_000 });
		await expect(page.getByText("to be saved.")).toHaveCount(0);
		await expect.poll(() => savedMarks(page)).toHaveLength(2);
		await page.reload();
		await expectMark(page, talks.tides, "Must-see");
		await expectMark(page, talks.rain, "Missed");
	});

	test("is sent by the next page, too", async ({ page }) => {
		await open(page, FIRST_DAY);
		await page.route("**/api/marks", (route) => route.abort());
		await clickMark(page, talks.tides, "Must-see");
		await expect(markGroup(page, talks.tides).getByText("Not saved yet. Trying again…")).toBeVisible();
		await page.reload();
		await expectMark(page, talks.tides, "Must-see");
		await expect(markGroup(page, talks.tides).getByText("Not saved yet. Trying again…")).toBeVisible();

		await page.unroute("**/api/marks");
		await page.goto(conference.talk(talks.tides));
		await expectMark(page, talks.tides, "Must-see");
		await expect.poll(() => savedMarks(page)).toHaveLength(1);
	});

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

	test("of two devices is the one pressed later, whichever the server had first", async ({ page, newVisitor }) => {
		const account = newAccount();
		await signUpByForm(page, account);
		const phone = await newVisitor();
		await signInByForm(phone, account);
		for (const device of [page, phone]) {
			await device.goto(FIRST_DAY);
			await expect(device.getByRole("banner").getByRole("link", { name: account.name })).toBeVisible();
		}
		await phone.route("**/api/marks", (route) => route.abort());
		await clickMark(phone, talks.tides, "Missed");
		await clickMark(phone, talks.rain, "Must-see");
		await expect(phone.getByText("2 marks wait to be saved.")).toBeVisible();
		await mark(page, talks.tides, "Watched");
		await clickMark(phone, talks.grep, "Must-see");
		await phone.unroute("**/api/marks");
		await expect(phone.getByText("to be saved.")).toHaveCount(0, { timeout: 15_000 });
		// The phone learns that the other device was later; what it alone pressed stands.
		await expectMark(phone, talks.tides, "Watched");
		await page.reload();
		await expectMark(page, talks.tides, "Watched");
		await expectMark(page, talks.rain, "Must-see");
		await expectMark(page, talks.grep, "Must-see");
	});

	test("is sent as soon as the connection is back", async ({ page, context }) => {
		await open(page, FIRST_DAY);
		await context.setOffline(true);
		await clickMark(page, talks.tides, "Watched");
		await expect(markGroup(page, talks.tides).getByText("Not saved yet. Trying again…")).toBeVisible();
		await context.setOffline(false);
		await expect(markGroup(page, talks.tides).getByText("Not saved")).toHaveCount(0, { timeout: 15_000 });
		await page.reload();
		await expectMark(page, talks.tides, "Watched");
	});
});

test.describe("while too many start from one network", () => {
	test.use({ expectedProblems: /Failed to load resource.* 429/ });

	test("says so, and is kept once there is room", async ({ page }) => {
		let refusals = 1;
		const message = "Many people started here from your network just now.";
		await page.route("**/api/marks", (route) =>
			refusals-- > 0 ? route.fulfill({ status: 429, json: { message } }) : route.continue(),
		);
		await open(page, FIRST_DAY);
		await clickMark(page, talks.tides, "Must-see");
		await expect(page.getByText(`1 mark waits to be saved. ${message}`)).toBeVisible();
		await expectMark(page, talks.tides, "Must-see");
		await expect.poll(() => savedMarks(page)).toHaveLength(1);
		await expect(page.getByText(message)).toHaveCount(0);
	});
});

test.describe("when the server fails for a while", () => {
	test.use({ expectedProblems: /Failed to load resource.* 503/ });

	test("is tried again", async ({ page }) => {
		await open(page, FIRST_DAY);
		let failures = 2;
		await page.route("**/api/marks", (route) => (failures-- > 0 ? route.fulfill({ status: 503 }) : route.continue()));
		await clickMark(page, talks.tides, "Must-see");
		await expect(markGroup(page, talks.tides).getByText("Not saved yet. Trying again…")).toBeVisible();
		await expect(markGroup(page, talks.tides).getByText("Not saved")).toHaveCount(0, { timeout: 15_000 });
		await page.reload();
		await expectMark(page, talks.tides, "Must-see");
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
