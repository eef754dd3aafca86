import { conference, talks } from "./conference";
import { expect, NO_RESPONSE, test } from "./test";

test.use({ serviceWorkers: "allow", expectedProblems: NO_RESPONSE });

test("says that there is no network, and goes on once there is", async ({ page, context }) => {
	await page.goto(conference.path);
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await context.setOffline(true);
	await page.goto(conference.talk(talks.tides));
	await expect(page.getByRole("heading", { level: 1, name: "You are offline." })).toBeVisible();
	await page.getByRole("button", { name: "Try again" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "You are offline." })).toBeVisible();
	await context.setOffline(false);
	await expect(page.getByRole("heading", { level: 1, name: talks.tides.title })).toBeVisible();
	await expect(page).toHaveURL(conference.talk(talks.tides));
	// It keeps nothing else: pages are those of the server.
	const cached = await page.evaluate(async () => {
		const names = await caches.keys();
		const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return requests.flat().map(({ url }) => new URL(url).pathname);
	});
	expect(cached).toEqual(["/offline"]);
});
