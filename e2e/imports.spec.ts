import type { APIResponse, Page } from "@playwright/test";
import { administrator, newAccount, signIn, signUp } from "./accounts";
import { conference, open, talks } from "./conference";
import { mark } from "./marks";
import { newReef, type Reef, serve, xmlOf } from "./schedules";
import { expect, test } from "./test";

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 2, name });
const pathOf = ({ acronym }: Reef) => `/conferences/${acronym}`;

async function goToForm(page: Page): Promise<void> {
	await signIn(page, administrator);
	await page.goto("/");
	await page.getByRole("link", { name: "Add a conference" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Add a conference" })).toBeVisible();
}

async function choose(page: Page, name: string, text: string): Promise<void> {
	const file = { name, mimeType: "application/xml", buffer: Buffer.from(text) };
	await page.getByLabel("Schedule file").setInputFiles(file);
}

async function paste(page: Page, source: string): Promise<void> {
	await page.getByLabel("Address of a schedule").fill(source);
	await page.getByRole("button", { name: "Find" }).click();
}

/** Presses Import on what was found, and opens the conference. */
async function importFound(page: Page, reef: Reef): Promise<void> {
	await page.getByRole("button", { name: "Import", exact: true }).click();
	await expect(heading(page, `${reef.title} is imported`)).toBeFocused();
	await page.getByRole("link", { name: "Open the conference" }).click();
	await expect(page.getByRole("heading", { level: 1, name: reef.title })).toBeVisible();
}

async function expectNoConference(page: Page, reef: Reef): Promise<void> {
	expect((await page.request.get(pathOf(reef))).status()).toBe(404);
}

test("a schedule's file is looked at first, then imported", async ({ page }) => {
	const reef = newReef(["Tides by hand", "Corals that compile"]);
	await goToForm(page);
	await choose(page, "reef.xml", xmlOf(reef));
	await expect(heading(page, reef.title)).toBeFocused();
	const found = page.getByRole("region", { name: reef.title });
	await expect(found).toContainText("1 May 2026 · 1 day with talks");
	await expect(found).toContainText("From reef.xml");
	await expect(found).toContainText("It is not here yet: importing adds it.");
	const counts = await found.locator("dl > div").allInnerTexts();
	expect(counts.map((count) => count.split("\n").sort())).toEqual([
		["2", "Talks"],
		["0", "With a recording"],
		["1", "Tracks"],
		["1", "Rooms"],
		["2", "Speakers"],
	]);
	await expectNoConference(page, reef);
	await importFound(page, reef);
	for (const talk of reef.talks) await expect(page.getByRole("link", { name: talk })).toBeVisible();
});

test("a newer file says what it changes, asks before it withdraws much, and shows at once where it is imported", async ({
	page,
}) => {
	const reef = newReef(["Tides by hand", "Corals that compile"]);
	await goToForm(page);
	await choose(page, "reef.xml", xmlOf(reef));
	await importFound(page, reef);
	await expect(page.getByRole("link", { name: "Corals that compile" })).toBeVisible();

	const newer = { ...reef, talks: ["Tides by hand", "Sponges at scale", "Urchins"] };
	const lines = async (response: APIResponse) => (await response.text()).trim().split("\n");
	const headers = { "Content-Type": "application/octet-stream" };
	const sent = await page.request.post("/api/imports?name=newer.xml", { headers, data: Buffer.from(xmlOf(newer)) });
	const { id } = JSON.parse((await lines(sent)).at(-1) ?? "");
	const unconfirmed = await lines(await page.request.post(`/api/imports/${id}`, { data: {} }));
	expect(JSON.parse(unconfirmed.at(-1) ?? "")).toEqual({
		problem: `Nothing was imported: it would withdraw 1 of the 2 talks of "${reef.title}", which has to be confirmed. Choose it again to see what it changes now.`,
	});

	await page.goto("/conferences/new");
	// The page is alive once it is said who is looking.
	await expect(page.getByRole("banner").getByRole("link", { name: administrator.name })).toBeVisible();
	await choose(page, "newer.xml", xmlOf(newer));
	await expect(page.getByRole("region", { name: reef.title })).toContainText(
		`“${reef.title}” is here already: importing updates it. 2 talks added and 1 withdrawn; 1 stays as it is. What is withdrawn stays, with its marks and notes.`,
	);
	const confirmation = page.getByRole("checkbox", { name: "Withdraw 1 of the 2 talks" });
	await page.getByRole("button", { name: "Import", exact: true }).click();
	await expect(confirmation).toBeFocused();
	await confirmation.check();
	await importFound(page, newer);
	await expect(page.getByRole("link", { name: "Urchins" })).toBeVisible();
	await expect(page.getByRole("link", { name: "Corals that compile" })).toHaveCount(0);
});

test("an address is followed to the schedule that its page links to", async ({ page }) => {
	const reef = newReef(["Tides by hand"]);
	const files = {
		"/2026/": {
			type: "text/html",
			text: `<!doctype html><title>Reef</title><a href="schedule.xml">Schedule (XML)</a>`,
		},
		"/2026/schedule.xml": { type: "application/xml", text: xmlOf(reef) },
	};
	const { url: source, stop } = await serve(files);
	try {
		await goToForm(page);
		await paste(page, `${source}/2026/`);
		const found = page.getByRole("region", { name: reef.title });
		await expect(found).toContainText(`From ${source}/2026/schedule.xml`);
		await importFound(page, reef);
	} finally {
		await stop();
	}
});

test("a file that is dropped can be discarded once it is seen, and nothing is imported", async ({ page }) => {
	const reef = newReef(["Tides by hand"]);
	await goToForm(page);
	const dataTransfer = await page.evaluateHandle((text) => {
		const transfer = new DataTransfer();
		transfer.items.add(new File([text], "dropped.xml"));
		return transfer;
	}, xmlOf(reef));
	await page.getByText("or drop it here").dispatchEvent("drop", { dataTransfer });
	await expect(page.getByRole("region", { name: reef.title })).toContainText("From dropped.xml");
	await page.getByRole("button", { name: "Discard" }).click();
	await expect(page.getByLabel("Schedule file")).toBeAttached();
	await expectNoConference(page, reef);
});

test("a broken file gives one sentence and changes nothing", async ({ page }) => {
	const reef = newReef(["Tides by hand", "Corals that compile"]);
	const whole = xmlOf(reef);
	await goToForm(page);
	const problem = page.getByRole("main").getByRole("alert");
	for (const [name, text] of [
		["cut.xml", whole.slice(0, -200)],
		["empty.xml", ""],
		["page.html", "<!doctype html><title>Reef</title>"],
	] as const) {
		await choose(page, name, text);
		await expect(problem).toHaveText(/^\p{Lu}[^\n]*\.$/u);
		await expectNoConference(page, reef);
	}
	await paste(page, "http://127.0.0.1:1/schedule.xml");
	await expect(problem).toHaveText(/^127\.0\.0\.1:1 .*\.$/);
	await expect(page.getByLabel("Address of a schedule")).toHaveValue("http://127.0.0.1:1/schedule.xml");
	await choose(page, "whole.xml", whole);
	await expect(problem).toHaveCount(0);
	await expect(heading(page, reef.title)).toBeVisible();
});

test("many warnings are all there, folded", async ({ page }) => {
	const reef = newReef(["Tides by hand"]);
	const bad = Array.from({ length: 8 }, (_, index) => `<event id="x${index}"><title>Bad ${index}</title></event>`);
	await goToForm(page);
	await choose(page, "reef.xml", xmlOf(reef).replace("</room></day>", `${bad.join("")}</room></day>`));
	const warnings = page.getByText(/^\d+ warnings$/);
	await expect(warnings).toBeVisible();
	await expect(page.getByText("Bad 7")).toBeHidden();
	await warnings.click();
	await expect(page.getByText("Bad 7")).toBeVisible();
});

/** Refused with a sentence. */
async function expectError(response: APIResponse, status: number): Promise<void> {
	expect(response.status()).toBe(status);
	expect(await response.json()).toEqual({ message: expect.stringMatching(/^\p{Lu}.*\.$/u) });
}

async function expectAllRejected(page: Page, status: number, headers: Record<string, string> = {}): Promise<void> {
	const reef = newReef(["Tides by hand"]);
	const file = { headers: { "Content-Type": "application/octet-stream", ...headers }, data: Buffer.from(xmlOf(reef)) };
	await expectError(await page.request.post("/api/imports?name=reef.xml", file), status);
	const source = { headers, data: { address: "http://127.0.0.1:1/" } };
	await expectError(await page.request.post("/api/imports", source), status);
	await expectError(await page.request.post("/api/imports/some-id", { headers, data: {} }), status);
	await expectError(await page.request.delete("/api/imports/some-id", { headers }), status);
	await expectNoConference(page, reef);
}

test.describe("who may not", () => {
	test("as nobody or a guest sees how to sign in, and is refused", async ({ page }) => {
		await expectAllRejected(page, 401);
		await open(page, conference.day("2025-10-04"));
		await mark(page, talks.tides, "Must-see");
		await page.goto("/conferences/new");
		await expect(page.getByRole("main").getByRole("link", { name: "Sign in" })).toBeVisible();
		await expect(page.getByLabel("Schedule file")).toHaveCount(0);
		await expectAllRejected(page, 401);
		await page.goto("/");
		await expect(page.getByRole("link", { name: "Add a conference" })).toHaveCount(0);
	});

	test("with a plain account sees who says who may, and is refused", async ({ page }) => {
		await signUp(page, newAccount());
		await page.goto("/conferences/new");
		await expect(page.getByRole("main")).toContainText("You are not among them.");
		await expect(page.getByLabel("Schedule file")).toHaveCount(0);
		await expectAllRejected(page, 403);
		await page.goto("/account/editors");
		await expect(page.getByRole("main")).toContainText(
			"Only the administrator says who may import and edit schedules.",
		);
		await expect(page.getByRole("button", { name: "Add editor" })).toHaveCount(0);
	});

	test("is whoever sends what another site's page made, though an editor's browser sends it", async ({ page }) => {
		await signIn(page, administrator);
		await expectAllRejected(page, 403, { Origin: "https://breakwater.example" });
	});

	test("imports a file that somebody else is looking at", async ({ page, newVisitor }) => {
		const reef = newReef(["Tides by hand"]);
		await signIn(page, administrator);
		const account = newAccount();
		const other = await newVisitor();
		await signUp(other, account);
		await allow(page, account.email, account.name);
		const response = await other.request.post("/api/imports?name=reef.xml", {
			headers: { "Content-Type": "application/octet-stream" },
			data: Buffer.from(xmlOf(reef)),
		});
		const { id } = JSON.parse((await response.text()).trim().split("\n").at(-1) ?? "");
		await expectError(await page.request.post(`/api/imports/${id}`, { data: {} }), 404);
		expect((await page.request.delete(`/api/imports/${id}`)).status()).toBe(200);
		await expectNoConference(page, reef);
		const report = JSON.parse(
			(await (await other.request.post(`/api/imports/${id}`, { data: {} })).text()).trim().split("\n").at(-1) ?? "",
		);
		expect(report).toMatchObject({ report: { conference: reef.acronym, talks: { added: 1 } } });
		await expectError(await other.request.post(`/api/imports/${id}`, { data: {} }), 404);
	});
});

async function allow(page: Page, email: string, name: string): Promise<void> {
	await page.goto("/account");
	await page.getByRole("link", { name: "Who may edit" }).click();
	await page.getByLabel("Email address of an account").fill(email);
	await page.getByRole("button", { name: "Add editor" }).click();
	await expect(page.getByText(`${name} may edit now.`)).toBeVisible();
}

test("the administrator allows an editor, and takes it back", async ({ page, newVisitor }) => {
	const account = newAccount();
	const editor = await newVisitor();
	await signUp(editor, account);
	await signIn(page, administrator);
	await page.goto("/account/editors");
	await page.getByLabel("Email address of an account").fill("nobody@breakwater.example");
	await page.getByRole("button", { name: "Add editor" }).click();
	await expect(page.getByText("Nobody signed up with this address")).toBeVisible();

	await allow(page, account.email.toUpperCase(), account.name);
	await expect(page.getByRole("listitem").filter({ hasText: account.email })).toBeVisible();
	expect(await (await editor.request.get("/api/visitor")).json()).toMatchObject({ visitor: { mayEdit: true } });
	await editor.goto("/conferences/new");
	await expect(editor.getByLabel("Schedule file")).toBeAttached();

	await page.getByRole("button", { name: `Remove editor ${account.name}` }).click();
	await expect(page.getByRole("listitem").filter({ hasText: account.email })).toHaveCount(0);
	expect(await (await editor.request.get("/api/visitor")).json()).toMatchObject({ visitor: { mayEdit: false } });
	await editor.reload();
	await expect(editor.getByLabel("Schedule file")).toHaveCount(0);
});

test("editors are allowed and disallowed without script", async ({ page, newVisitor }) => {
	const account = newAccount();
	await signUp(page, account);
	const keeper = await newVisitor({ javaScriptEnabled: false });
	await keeper.goto("/account/sign-in");
	await keeper.getByLabel("Email").fill(administrator.email);
	await keeper.getByLabel("Password").fill(administrator.password);
	await keeper.getByRole("main").getByRole("button", { name: "Sign in" }).click();
	await keeper.goto("/account/editors");
	await keeper.getByLabel("Email address of an account").fill(account.email);
	await keeper.getByRole("button", { name: "Add editor" }).click();
	await expect(keeper.getByText(`${account.name} may edit now.`)).toBeVisible();
	await keeper.getByRole("button", { name: `Remove editor ${account.name}` }).click();
	await expect(keeper.getByRole("listitem").filter({ hasText: account.email })).toHaveCount(0);
});
