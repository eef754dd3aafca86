import type { APIRequestContext } from "@playwright/test";
import { conference, talks } from "./conference";
import { expect, test } from "./test";

/** Width and height of a PNG, from its header: https://www.w3.org/TR/png-3/#11IHDR */
async function sizeOf(request: APIRequestContext, path: string): Promise<readonly [number, number]> {
	const response = await request.get(path);
	expect(response.headers()["content-type"]).toBe("image/png");
	const bytes = await response.body();
	return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

for (const { what, path, title } of [
	{ what: "a talk", path: conference.talk(talks.tides), title: talks.tides.title },
	{ what: "a hostile title", path: conference.talk(talks.hostile), title: talks.hostile.title },
	{ what: "a conference", path: conference.path, title: conference.title },
]) {
	test(`shows a card where the address of ${what} is shared`, async ({ page, request }) => {
		await page.goto(path);
		const meta = (property: string) => page.locator(`meta[property="${property}"]`);
		await expect(meta("og:title")).toHaveAttribute("content", title);
		await expect(page.locator('meta[name="twitter:card"]')).toHaveAttribute("content", "summary_large_image");
		const image = new URL((await meta("og:image").getAttribute("content")) ?? "");
		expect(image.pathname).toBe(`${path}/card.png`);
		expect(await sizeOf(request, image.pathname)).toEqual([1200, 630]);
	});
}

test("has no card of what is not there", async ({ request }) => {
	for (const path of [`${conference.path}/talks/nothing`, "/conferences/nothing", "/w/nothing"]) {
		expect((await request.get(`${path}/card.png`)).status()).toBe(404);
	}
});

test("can be installed", async ({ page, request }) => {
	await page.goto("/");
	const href = (await page.locator('link[rel="manifest"]').getAttribute("href")) ?? "";
	const manifest: { icons: { src: string; sizes: string }[] } = await (await request.get(href)).json();
	expect(manifest).toMatchObject({ name: "Talkshelf", start_url: "/", display: "standalone" });
	for (const { src, sizes } of manifest.icons.filter(({ sizes }) => sizes !== "any")) {
		expect((await sizeOf(request, src)).join("x")).toBe(sizes);
	}
	const apple = (await page.locator('link[rel="apple-touch-icon"]').getAttribute("href")) ?? "";
	expect(await sizeOf(request, apple)).toEqual([180, 180]);
});
