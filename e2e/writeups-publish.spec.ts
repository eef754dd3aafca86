import { expectNoFindings } from "./axe";
import { conference, talks } from "./conference";
import { mark } from "./marks";
import { openTalk, writeNote } from "./notes";
import { expect, NOT_FOUND, test } from "./test";

test.use({ expectedProblems: NOT_FOUND });

test("publishes a write-up for strangers, and takes it down", { tag: "@smoke" }, async ({
	page,
	newVisitor,
	request,
}) => {
	await openTalk(page, conference.talk(talks.tides));
	await mark(page, talks.tides, "Watched");
	await writeNote(page, { text: "It is **one file**.", takeaways: ["Columns outlive programs", "For myself alone"] });
	await page.goto(`/writeups/new?conference=${conference.slug}`);
	await page.getByRole("button", { name: "Start", exact: true }).click();
	await page.waitForURL(/\/writeups\/[0-9a-f-]{36}$/);
	await page.getByRole("checkbox", { name: "For myself alone" }).uncheck();
	await page.getByRole("textbox", { name: "Introduction", exact: true }).fill("Watched from *home*.");
	await expect(page.getByRole("main").getByRole("status").first()).toHaveText(/^Saved \d/);
	await page.getByRole("textbox", { name: "Name shown as its author" }).fill("Ada L.");
	await page.getByRole("button", { name: "Publish", exact: true }).click();
	await expect(page.getByText("Published.")).toBeVisible();
	const url = await page.getByRole("textbox", { name: "Public URL", exact: true }).inputValue();
	const path = new URL(url).pathname;

	const otherVisitor = await newVisitor();
	const response = await otherVisitor.goto(path);
	expect(response?.status()).toBe(200);
	await expect(otherVisitor.getByRole("heading", { level: 1 })).toHaveText(conference.title);
	await expect(otherVisitor.getByRole("heading", { name: talks.tides.title })).toBeVisible();
	await expect(otherVisitor.getByText("Columns outlive programs")).toBeVisible();
	await expect(otherVisitor.getByText("Ada L.")).toBeVisible();
	await expect(otherVisitor.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex, nofollow");
	await expect(otherVisitor.locator('link[rel="canonical"]')).toHaveAttribute("href", url);
	await expect(otherVisitor.locator('meta[property="og:type"]')).toHaveAttribute("content", "article");
	await expect(otherVisitor.locator('meta[name="description"]')).toHaveAttribute("content", "Watched from home.");
	await expectNoFindings(otherVisitor);
	const { visitor } = await (await page.request.get("/api/visitor")).json();
	const html = await response?.text();
	for (const secret of ["For myself alone", visitor.id, "WATCHED", new URL(page.url()).pathname.split("/").at(-1)]) {
		expect(html).not.toContain(secret);
	}
	const feed = await otherVisitor.locator('link[type="application/atom+xml"]').getAttribute("href");
	const atom = await (await request.get(new URL(feed ?? "").pathname)).text();
	expect(atom).toContain(`<id>${url}</id>`);
	expect(
		(await otherVisitor.request.get(`/api/writeups/${new URL(page.url()).pathname.split("/").at(-1)}`)).status(),
	).toBe(404);

	await page.getByRole("checkbox", { name: "Let search engines list it" }).check();
	await page.getByRole("button", { name: "Save", exact: true }).click();
	await expect(page.getByText("Changed.")).toBeVisible();
	await otherVisitor.reload();
	await expect(otherVisitor.locator('meta[name="robots"]')).toHaveAttribute("content", "index, follow");

	await page.getByRole("button", { name: "Unpublish" }).click();
	await expect(page.getByText("Unpublished.")).toBeVisible();
	expect((await otherVisitor.goto(path))?.status()).toBe(404);
	expect(await (await request.get(new URL(feed ?? "").pathname)).text()).not.toContain(url);
});
