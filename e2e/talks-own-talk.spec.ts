import { conference, talks } from "./conference";
import { clickMark, mark } from "./marks";
import { openHistory, openOwnTalk, ownTalk, rate, stars } from "./own-talk";
import { expect, test } from "./test";

const TALK = conference.talk(talks.tides);
const CLIENT_ERROR = /Failed to load resource.* 4\d\d/;

// The clocks of the browser, so that a day is the same day for test and page.
test.use({ timezoneId: "UTC" });

/** `14 February 2026` of `2026-02-14`. */
function formatDay(day: string): string {
	const format = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
	return format.format(new Date(`${day}T12:00:00Z`));
}
const today = () => new Date().toISOString().slice(0, 10);

test.describe("a rating", () => {
	test("is for a talk that is marked watched, as soon as it is, and kept", { tag: "@smoke" }, async ({ page }) => {
		await openOwnTalk(page, TALK);
		await expect(stars(page, talks.tides)).toHaveCount(0);
		await mark(page, talks.tides, "Must-see");
		await expect(ownTalk(page).getByText("Watched it? Mark it, and rate it here.")).toBeVisible();
		await clickMark(page, talks.tides, "Watched");
		await rate(page, talks.tides, "4 stars");
		await page.reload();
		await expect(stars(page, talks.tides).getByRole("radio", { name: "4 stars" })).toBeChecked();

		// By keyboard, as any radio buttons.
		await stars(page, talks.tides).getByRole("radio", { name: "4 stars" }).focus();
		const saved = page.waitForResponse((response) => response.url().includes("/api/ratings/"));
		await page.keyboard.press("ArrowRight");
		expect((await saved).ok()).toBe(true);
		await expect(stars(page, talks.tides).getByRole("radio", { name: "5 stars" })).toBeChecked();

		// Another mark hides it, and watching the talk again brings it back.
		await mark(page, talks.tides, "Missed");
		await expect(stars(page, talks.tides)).toHaveCount(0);
		await mark(page, talks.tides, "Watched");
		await expect(stars(page, talks.tides).getByRole("radio", { name: "5 stars" })).toBeChecked();
		const taken = page.waitForResponse((response) => response.url().includes("/api/ratings/"));
		await page.getByRole("button", { name: "No rating" }).click();
		await taken;
		await page.reload();
		await expect(stars(page, talks.tides).getByRole("radio").first()).toBeVisible();
		await expect(stars(page, talks.tides).getByRole("radio", { checked: true })).toHaveCount(0);
	});

	test("that is none, or of a talk that is not watched, is refused with a sentence", async ({ page }) => {
		const talkId = await openOwnTalk(page, TALK);
		const put = async (id: unknown, data: unknown) => {
			const response = await page.request.put(`/api/ratings/${id}`, { data });
			return [response.status(), (await response.json()).message];
		};
		const unwatched = [409, "Mark the talk watched to rate it."];
		expect(await put(talkId, { stars: 5 })).toEqual(unwatched);
		expect(await (await page.request.get("/api/visitor")).json()).toMatchObject({ visitor: null });
		await mark(page, talks.tides, "Must-see");
		expect(await put(talkId, { stars: 5 })).toEqual(unwatched);
		await mark(page, talks.tides, "Watched");
		for (const invalidStars of [0, 6, 2.5, "5", undefined, true]) {
			expect(await put(talkId, { stars: invalidStars })).toEqual([400, "A rating is 1 to 5 stars, or null for none."]);
		}
		for (const id of [0, -1, "x", 2_147_483_647, "99999999999"]) {
			expect(await put(id, { stars: 5 })).toEqual([404, "There is no such talk."]);
		}
		expect(await (await page.request.get(`/api/talks/${talkId}/own`)).json()).toMatchObject({ rating: null });
	});
});

test.describe("the history with a talk", () => {
	test("has both dates of a talk that was watched twice, and they can be corrected", { tag: "@smoke" }, async ({
		page,
	}) => {
		await openOwnTalk(page, TALK);
		await expect(ownTalk(page).getByText("Your history with this talk begins with your first mark.")).toBeVisible();
		await mark(page, talks.tides, "Must-see");
		await mark(page, talks.tides, "Watched");
		await mark(page, talks.tides, "Watched");
		await mark(page, talks.tides, "Watched");
		const entries = await openHistory(page);
		const now = formatDay(today());
		await expect(entries.locator("> p")).toHaveText([
			`Watched, watched on ${now}`,
			`Watched → No mark, taken away on ${now}`,
			`Must-see → Watched, watched on ${now}`,
			`Must-see, marked on ${now}`,
		]);

		await entries
			.nth(2)
			.getByRole("button", { name: /^Correct the date/ })
			.click();
		await expect(page.getByLabel("It was on")).toBeFocused();
		await page.getByLabel("It was on").fill("2026-02-14");
		await page.getByRole("button", { name: "Save" }).click();
		await expect(entries.nth(2)).toContainText(`Must-see → Watched, watched on 14 February 2026 (pressed on ${now})`);
		const both = ownTalk(page).getByText(`· watched on 14 February 2026 and ${now}`);
		await expect(both).toBeVisible();

		await page.reload();
		await expect(both).toBeVisible();
		await openHistory(page);
		await entries
			.nth(2)
			.getByRole("button", { name: /^Correct the date/ })
			.click();
		await page.getByRole("button", { name: "As it was pressed" }).click();
		await expect(entries.nth(2).locator("> p")).toHaveText(`Must-see → Watched, watched on ${now}`);
	});

	test("loses an entry that was a slip, and the mark follows", async ({ page }) => {
		await openOwnTalk(page, TALK);
		await mark(page, talks.tides, "Must-see");
		await mark(page, talks.tides, "Missed");
		const entries = await openHistory(page);
		await expect(entries).toHaveCount(2);
		await entries
			.nth(0)
			.getByRole("button", { name: /^Remove/ })
			.click();
		await expect(entries.nth(0)).toContainText("Remove this entry? Your mark becomes: Must-see.");
		await page.getByRole("button", { name: "Keep it" }).click();
		await expect(entries).toHaveCount(2);
		await entries
			.nth(0)
			.getByRole("button", { name: /^Remove/ })
			.click();
		await page.getByRole("button", { name: "Remove it" }).click();
		await expect(entries).toHaveCount(1);
		await expect(
			page.getByRole("group", { name: `Your mark for ${talks.tides.title}` }).getByRole("button", { name: "Must-see" }),
		).toHaveAttribute("aria-pressed", "true");
	});

	test.describe("of somebody else", () => {
		test.use({ expectedProblems: CLIENT_ERROR });

		test("is answered as one that does not exist, and days that are none are refused", async ({ page, newVisitor }) => {
			const talkId = await openOwnTalk(page, TALK);
			await mark(page, talks.tides, "Watched");
			const { log } = await (await page.request.get(`/api/mark-log/${talkId}`)).json();
			expect(log).toEqual([
				{ id: expect.any(String), from: null, to: "WATCHED", at: expect.any(String), correctedDay: null },
			]);
			const url = `/api/mark-log/entries/${log[0].id}`;
			const otherVisitor = await newVisitor();
			await openOwnTalk(otherVisitor, TALK);
			for (const isKnown of [false, true]) {
				if (isKnown) await mark(otherVisitor, talks.tides, "Missed");
				for (const entry of [url, "/api/mark-log/entries/never", "/api/mark-log/entries/%00%20"]) {
					const responses = [
						await otherVisitor.request.patch(entry, { data: { day: "2026-02-14" } }),
						await otherVisitor.request.delete(entry, { data: {} }),
					];
					for (const response of responses) {
						expect([response.status(), await response.json()]).toEqual([
							404,
							{ message: "Your history has no such entry." },
						]);
					}
				}
				expect((await (await otherVisitor.request.get(`/api/mark-log/${talkId}`)).json()).log).toHaveLength(
					isKnown ? 1 : 0,
				);
			}
			for (const [day, message] of [
				["2999-01-01", "That day has not come yet."],
				["2026-02-30", "A day is a date such as 2026-02-14."],
				["yesterday", "A day is a date such as 2026-02-14."],
				["0026-02-14", "That is too long ago."],
			]) {
				const response = await page.request.patch(url, { data: { day } });
				expect([response.status(), await response.json()]).toEqual([400, { message }]);
			}
			const foreign = { headers: { Origin: "https://breakwater.example" }, data: {} };
			expect((await page.request.delete(url, foreign)).status()).toBe(403);
			expect((await (await page.request.get(`/api/mark-log/${talkId}`)).json()).log).toEqual(log);
		});
	});
});
