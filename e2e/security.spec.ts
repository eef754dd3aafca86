import { request } from "node:http";
import type { APIResponse, Page } from "@playwright/test";
import { newAccount, signUp, signUpByForm } from "./accounts";
import { conference, open, talks } from "./conference";
import { clickMark, expectMark, mark, markEventBody } from "./marks";
import { notesField, openTalk, writeNote } from "./notes";
import { expect, test } from "./test";

const ELSEWHERE = "https://breakwater.example";

/** A talk id that the fixture does not have. */
const UNKNOWN_TALK = "2147483647";

/** What is answered to who has done nothing yet. */
const NOBODY = { visitor: null, now: expect.any(Number), marks: [] };

/** A change of an empty text or list. */
const insert = (inserted: unknown) => ({ at: 0, removed: 0, inserted });

async function visitorOf(page: Page): Promise<unknown> {
	return (await page.request.get("/api/visitor")).json();
}

/** Refused with a sentence for whoever asked, and with nothing that makes them a visitor. */
async function expectError(response: APIResponse, status: number): Promise<void> {
	expect(response.status()).toBe(status);
	expect(await response.json()).toEqual({ message: expect.stringMatching(/^\p{Lu}.*\.$/u) });
	expect(response.headers()["set-cookie"]).toBeUndefined();
}

test.describe("a request that another site's page sent", () => {
	const foreign: readonly Record<string, string>[] = [
		{ Origin: ELSEWHERE },
		{ Origin: "null" },
		{ Origin: "http://localhost.breakwater.example" },
		{ "Sec-Fetch-Site": "cross-site" },
		{ "Sec-Fetch-Site": "same-site" },
	];

	test("changes nothing", async ({ page }) => {
		const talkId = await openTalk(page, conference.talk(talks.tides));
		await mark(page, talks.tides, "Must-see");
		await writeNote(page, { text: "Mine.", takeaways: [] });
		for (const headers of foreign) {
			await test.step(JSON.stringify(headers), async () => {
				await expectError(
					await page.request.post("/api/marks", { headers, data: markEventBody(talkId, "MISSED") }),
					403,
				);
				await expectError(
					await page.request.patch(`/api/notes/${talkId}`, {
						headers,
						data: { text: insert("Theirs."), baseRevision: 1 },
					}),
					403,
				);
				// A form of theirs could send this much.
				const form = await page.request.post("/api/marks", {
					headers: { ...headers, "Content-Type": "text/plain" },
					data: JSON.stringify(markEventBody(talkId, "MISSED")),
				});
				await expectError(form, 403);
			});
		}
		await page.reload();
		await expectMark(page, talks.tides, "Must-see");
		await expect(notesField(page)).toHaveValue("Mine.");
	});

	test("signs nobody in, up or out", async ({ page }) => {
		const account = newAccount();
		await signUp(page, account);
		const headers = { Origin: ELSEWHERE };
		for (const path of ["sign-out", "sign-in/email", "sign-up/email", "sign-in/anonymous", "delete-user"]) {
			const response = await page.request.post(`/api/auth/${path}`, { headers, data: { ...newAccount(), ...account } });
			expect(response.status(), path).toBeGreaterThanOrEqual(400);
			expect(response.status(), path).toBeLessThan(500);
		}
		expect(await visitorOf(page)).toMatchObject({ visitor: { name: account.name, isGuest: false } });
	});
});

test.describe("a request that makes no sense", () => {
	const headers = { "Content-Type": "application/json" };

	test("marks nothing, and is told why", async ({ page }) => {
		const talkId = await openTalk(page, conference.talk(talks.tides));
		const { presses: markEvents } = markEventBody(talkId, "WATCHED");
		const [markEvent] = markEvents;
		for (const body of [
			"",
			"{",
			"null",
			"[]",
			"1",
			"{}",
			'{"presses":"all"}',
			'{"presses":[]}',
			'{"presses":[null]}',
			...["LOVED", "watched", ["WATCHED"], true].map((status) => JSON.stringify(markEventBody(talkId, status))),
			...["", 0, -1, 1.5, 99_999_999_999, `${talkId}`, null].map((id) => JSON.stringify(markEventBody(id, "WATCHED"))),
			...["", "a b", "a".repeat(65), 1].map((id) => JSON.stringify({ presses: [{ ...markEvent, id }] })),
			...[-1, 0.5, 9e15, "now", null].map((at) => JSON.stringify({ presses: [{ ...markEvent, at }] })),
			JSON.stringify({ presses: Array.from({ length: 201 }, () => markEvent) }),
		]) {
			await test.step(`body: ${body.slice(0, 80)}`, async () => {
				const data = Buffer.from(body);
				await expectError(await page.request.post("/api/marks", { headers, data }), 400);
			});
		}
		expect(await visitorOf(page)).toEqual(NOBODY);
	});

	test("writes nothing, and is told why", async ({ page }) => {
		const talkId = await openTalk(page, conference.talk(talks.tides));
		const ids = Array.from({ length: 501 }, (_, id) => `${id}`);
		for (const [what, change] of Object.entries({
			"a text that is no change of one": { text: "a", baseRevision: 0 },
			"a text that is a list": { text: insert(["a"]), baseRevision: 0 },
			"a text that is too long": { text: insert("a".repeat(100_001)), baseRevision: 0 },
			"a change past the end": { text: { at: 1, removed: 0, inserted: "a" }, baseRevision: 0 },
			"a change that removes what is not there": { text: { at: 0, removed: 1, inserted: "" }, baseRevision: 0 },
			"a change before the beginning": { text: { at: -1, removed: 1, inserted: "" }, baseRevision: 0 },
			"takeaways that are a text": { takeaways: insert("one"), baseRevision: 0 },
			"a takeaway of two lines": { takeaways: insert([{ id: "a", text: "a\nb" }]), baseRevision: 0 },
			"a takeaway without an id": { takeaways: insert([{ text: "a" }]), baseRevision: 0 },
			"two takeaways of one id": {
				takeaways: insert(["a", "b"].map((text) => ({ id: "same", text }))),
				baseRevision: 0,
			},
			"takeaways without end": { takeaways: insert(ids.map((id) => ({ id, text: "a" }))), baseRevision: 0 },
			"no revision": { text: insert("a") },
			"a revision that is none": { text: insert("a"), baseRevision: -1 },
			"a revision that is a fraction": { text: insert("a"), baseRevision: 0.5 },
			nothing: null,
		})) {
			await test.step(what, async () => {
				const data = Buffer.from(JSON.stringify(change));
				await expectError(await page.request.patch(`/api/notes/${talkId}`, { headers, data }), 400);
			});
		}
		expect(await visitorOf(page)).toEqual(NOBODY);
	});

	test("is not read to its end where it is far too long", async ({ page }) => {
		const talkId = await openTalk(page, conference.talk(talks.tides));
		const data = Buffer.alloc(9 * 1024 * 1024, " ");
		await expectError(await page.request.patch(`/api/notes/${talkId}`, { headers, data }), 413);
		await expectError(await page.request.post("/api/marks", { headers, data }), 413);
		expect(await visitorOf(page)).toEqual(NOBODY);
	});

	test("is about a talk that does not exist", async ({ page }) => {
		const note = { text: insert("a"), baseRevision: 0 };
		for (const status of ["WATCHED", null]) {
			await expectError(
				await page.request.post("/api/marks", { data: markEventBody(Number(UNKNOWN_TALK), status) }),
				404,
			);
		}
		for (const id of [UNKNOWN_TALK, "0", "-1", "1.5", "1e400", "abc", "%00", "99999999999999999999", "1%27--"]) {
			await test.step(`id: ${id}`, async () => {
				await expectError(await page.request.patch(`/api/notes/${id}`, { data: note }), 404);
				await expectError(await page.request.get(`/api/notes/${id}`), 404);
			});
		}
		expect(await visitorOf(page)).toEqual(NOBODY);
	});

	test("asks for the marks of no conference, or of an odd one", async ({ page }) => {
		for (const slug of ["", "nowhere-2025", "%00", "%27%20OR%201=1", "x".repeat(5000)]) {
			const response = await page.request.get(`/api/visitor?conference=${slug}`);
			expect(response.status(), slug).toBe(200);
			expect(await response.json(), slug).toEqual(NOBODY);
		}
	});

	test("is for an address that no file or page has", async ({ baseURL }) => {
		for (const path of [
			"/conferences/%00",
			`${conference.path}/talks/%00`,
			`${conference.path}/rooms/..%2F..%2Fpackage.json`,
			"/conferences/..%2f..%2fdata%2fsecret",
			"/export/markdown?conference=nowhere%00",
			"/_next/static/..%2f..%2fserver",
		]) {
			const { status } = await requestRaw(path, baseURL);
			expect(status, path).toBeGreaterThanOrEqual(400);
			expect(status, path).toBeLessThan(500);
		}
	});
});

test("a note is nobody else's to read, to change or to find out about", async ({ page, newVisitor }) => {
	const talkId = await openTalk(page, conference.talk(talks.tides));
	await writeNote(page, { text: "Between me and the sea.", takeaways: ["mine"] });

	const otherVisitor = await newVisitor();
	expect(await (await otherVisitor.request.get(`/api/notes/${talkId}`)).json()).toEqual({
		note: { text: "", takeaways: [], revision: 0 },
		owner: null,
	});
	await openTalk(otherVisitor, conference.talk(talks.tides));
	await expect(notesField(otherVisitor)).toHaveValue("");
	// The revision of somebody else's note opens nothing.
	const guessed = await otherVisitor.request.patch(`/api/notes/${talkId}`, {
		data: { text: insert("Theirs."), baseRevision: 1 },
	});
	expect(await guessed.text()).not.toContain("Between me and the sea.");
	await writeNote(otherVisitor, { text: "A stranger's own.", takeaways: [] });
	for (const path of ["/watchlist", "/export/markdown", "/api/visitor", conference.talk(talks.tides)]) {
		expect(await (await otherVisitor.request.get(path)).text(), path).not.toContain("Between me and the sea.");
	}
	await page.reload();
	await expect(notesField(page)).toHaveValue("Between me and the sea.");
});

test("what is a visitor's own is kept by no cache", async ({ page }) => {
	const talkId = await openTalk(page, conference.talk(talks.tides));
	await mark(page, talks.tides, "Watched");
	for (const path of ["/api/visitor", `/api/notes/${talkId}`, "/watchlist", conference.talks, "/export/markdown"]) {
		const cacheControl = (await page.request.get(path)).headers()["cache-control"];
		expect(cacheControl, path).toContain("private");
		expect(cacheControl, path).toContain("no-store");
	}
});

test("a session's cookie is for the server alone, and lasts for months", async ({ page, context }) => {
	await open(page, conference.talk(talks.tides));
	expect(await context.cookies()).toEqual([]);
	await mark(page, talks.tides, "Watched");
	const cookies = await context.cookies();
	expect(cookies).toHaveLength(1);
	expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
	expect((cookies[0]?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(200 * 86_400);
	expect(await page.evaluate(() => document.cookie)).toBe("");
});

test("leads nowhere else, whatever an address asks", async ({ page, baseURL }) => {
	const account = newAccount();
	await signUp(page, account);
	for (const path of [
		"//breakwater.example/",
		"//breakwater.example/%2e%2e",
		"/%2f%2fbreakwater.example/",
		"/\\breakwater.example/",
		"/conferences//breakwater.example/",
		`/api/auth/sign-out?callbackURL=${ELSEWHERE}`,
		`/api/auth/verify-email?token=x&callbackURL=${ELSEWHERE}`,
		`/api/auth/reset-password/x?callbackURL=${ELSEWHERE}`,
		`/api/auth/error?error=${ELSEWHERE}`,
		`/account/sign-in?next=${ELSEWHERE}&callbackURL=${ELSEWHERE}&redirect=//breakwater.example`,
	]) {
		const { location } = await requestRaw(path, baseURL);
		const leadsTo = new URL(location || "/", baseURL);
		expect(leadsTo.origin, `${path} leads to ${location}`).toBe(baseURL);
	}
	await page.context().clearCookies();
	await page.goto(`/account/sign-in?next=${ELSEWHERE}&callbackURL=${ELSEWHERE}`);
	await page.getByLabel("Email").fill(account.email);
	await page.getByLabel("Password").fill(account.password);
	await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
	await expect(page).toHaveURL("/watchlist");
});

test("signing in tells nobody whether there is such an account", async ({ page, newVisitor }) => {
	const account = newAccount();
	await signUp(page, account);
	const otherVisitor = await newVisitor();
	for (const attempt of [{ ...account, password: "not the right one" }, newAccount()]) {
		await otherVisitor.goto("/account/sign-in");
		await otherVisitor.getByLabel("Email").fill(attempt.email);
		await otherVisitor.getByLabel("Password").fill(attempt.password);
		await otherVisitor.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
		await expect(otherVisitor.getByRole("main").getByRole("alert")).toHaveText(
			"The email address or the password is not right.",
		);
		await expect(otherVisitor.getByLabel("Email")).toHaveValue(attempt.email);
		await expect(otherVisitor.getByLabel("Password")).toHaveValue("");
	}
});

test("signing up says what is wrong, field by field", async ({ page }) => {
	const account = newAccount();
	await page.goto("/account/sign-up");
	await page.getByLabel("Name").fill(account.name);
	await page.getByLabel("Email").fill("ada at example");
	await page.getByLabel("Password").fill("short");
	const button = page.getByRole("main").getByRole("button", { name: "Sign up", exact: true });
	await button.click();
	await expect(page.getByLabel("Email")).toHaveAccessibleDescription("Give an email address, such as ada@example.org.");
	await expect(page.getByLabel("Password")).toHaveAccessibleDescription("Use at least 8 characters.");
	await expect(page.getByLabel("Name")).toHaveValue(account.name);
	await signUpByForm(page, account);

	await page.context().clearCookies();
	await page.goto("/account/sign-up");
	await page.getByLabel("Name").fill("Somebody else");
	await page.getByLabel("Email").fill(account.email.toUpperCase());
	await page.getByLabel("Password").fill("another password");
	await button.click();
	await expect(page.getByRole("main").getByRole("alert")).toHaveText(
		"There is an account with this email address already. Sign in instead.",
	);
});

test("a schedule can do nothing on a page", async ({ page }) => {
	const requests: string[] = [];
	page.on("request", (request) => requests.push(request.url()));
	const hasActed = () => page.evaluate(() => "breakwater" in window);
	for (const path of [
		conference.talk(talks.hostile),
		conference.day("2025-10-04"),
		`${conference.path}/speakers/mallory_breakwater`,
		`${conference.talks}?q=${encodeURIComponent(talks.hostile.title)}`,
		`${conference.talks}?q=${encodeURIComponent("</script><script>window.breakwater = 'query'</script>")}`,
	]) {
		await open(page, path);
		const main = page.getByRole("main");
		// The app's own scripts are not in what it shows.
		expect(
			await main.locator("script, iframe, object, embed, img, [onerror], [onclick], form[action^='http']").count(),
		).toBe(0);
		expect(await main.locator("a[href^='javascript:' i], a[href^='data:' i]").count()).toBe(0);
		expect(await hasActed(), path).toBe(false);
	}

	await open(page, conference.talk(talks.hostile));
	const abstract = page.getByRole("region", { name: "Abstract" });
	await expect(abstract.getByText("Nothing on this page may do anything.")).toBeVisible();
	await abstract.getByText("Do not press this").click();
	await clickMark(page, talks.hostile, "Must-see");
	await expectMark(page, talks.hostile, "Must-see");
	expect(await abstract.locator("[style], [class*='fixed']").count()).toBe(0);
	await expect(page.getByRole("link", { name: "Odd <b>link</b>" })).toHaveAttribute("rel", /noopener/);
	await open(page, "/watchlist");
	await expectMark(page, talks.hostile, "Must-see");
	expect(await hasActed()).toBe(false);
	expect(requests.filter((url) => url.includes("breakwater.example"))).toEqual([]);
});

test("every answer says what a page may load, and that nobody may frame it", async ({ page }) => {
	for (const path of ["/", conference.path, conference.talk(talks.tides), "/watchlist", "/api/visitor", "/nothing"]) {
		const headers = (await page.request.get(path)).headers();
		expect(headers["content-security-policy"], path).toContain("default-src 'self'");
		expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
		expect(headers["content-security-policy"], path).toContain(
			"; frame-src https://www.youtube-nocookie.com https://player.vimeo.com https://media.ccc.de; ",
		);
		expect(headers["content-security-policy"], path).toContain("; media-src 'self' https: http:; ");
		expect(headers["permissions-policy"], path).toContain(
			"camera=(), microphone=(), geolocation=(), fullscreen=(self ",
		);
		expect(headers["x-content-type-options"], path).toBe("nosniff");
		expect(headers["x-powered-by"], path).toBeUndefined();
	}
});

/** Asks for an address exactly as it is spelled, and follows nothing. */
function requestRaw(path: string, baseURL = ""): Promise<{ status: number; location: string }> {
	const { hostname, port } = new URL(baseURL);
	return new Promise((resolve, reject) => {
		request({ hostname, port, path }, (response) => {
			response.resume();
			resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? "" });
		})
			.once("error", reject)
			.end();
	});
}
