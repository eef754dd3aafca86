import { randomUUID } from "node:crypto";
import { newAccount, signUp } from "./accounts";
import { expectNoFindings } from "./axe";
import { open } from "./conference";
import { dayFromToday, timedXml } from "./days";
import { importXml } from "./imports";
import { expectMark, mark } from "./marks";
import { expect, test } from "./test";

const TITLES = ["Ebb", "Flood", "Slack", "Spring", "Neap"] as const;

async function imported(baseURL: string | undefined, day: string) {
	const acronym = `after-${randomUUID().slice(0, 8)}`;
	const title = `After ${acronym.slice(-8)}`;
	const events = TITLES.map((name, index) => ({
		...{ title: name, room: "Quay", duration: 30 },
		start: `${day}T${String(9 + index).padStart(2, "0")}:00:00Z`,
	}));
	await importXml(baseURL ?? "", timedXml({ acronym, title, events }));
	return { acronym, title, path: `/conferences/${acronym}` };
}

test("a conference that is over asks once, with exceptions, and can be undone", { tag: "@smoke" }, async ({
	page,
	baseURL,
}) => {
	const { path, title } = await imported(baseURL, dayFromToday(-3));
	await open(page, path);
	const offer = page.getByRole("region", { name: `After ${title}` });
	for (const name of ["Ebb", "Flood", "Slack"]) await mark(page, { title: name }, "Must-see");
	await mark(page, { title: "Spring" }, "Watched");
	await page.reload();
	await expect(offer.getByText(`3 must-see talks of ${title} are not marked watched.`)).toBeVisible();
	await expectNoFindings(page);

	// What is marked meanwhile is not asked about any more.
	await mark(page, { title: "Neap" }, "Must-see");
	await mark(page, { title: "Ebb" }, "Watched");
	await expect(offer.getByText(`2 must-see talks of ${title} are not marked watched.`)).toBeVisible();
	await mark(page, { title: "Ebb" }, "Must-see");

	await offer.getByText("Choose which").click();
	await offer.getByRole("checkbox", { name: "Flood" }).uncheck();
	const responded = page.waitForResponse((response) => response.url().endsWith("/api/missed-offers") && response.ok());
	await offer.getByRole("button", { name: "Mark 2 missed" }).click();
	await responded;
	await expect(offer.getByText("2 talks are now missed.")).toBeVisible();
	for (const name of ["Ebb", "Slack"]) await expectMark(page, { title: name }, "Missed");
	for (const name of ["Flood", "Neap"]) await expectMark(page, { title: name }, "Must-see");
	await expectMark(page, { title: "Spring" }, "Watched");

	await offer.getByRole("button", { name: "Undo" }).click();
	await expect(offer.getByText("2 talks are must-see again.")).toBeVisible();
	for (const name of ["Ebb", "Slack"]) await expectMark(page, { title: name }, "Must-see");

	// The next visit shows that it was answered, once all that it asks has come.
	const again = page.waitForResponse((response) => response.url().includes("/api/missed-offers?"));
	await page.reload();
	expect(await (await again).json()).toEqual({ offer: null });
	await expectMark(page, { title: "Ebb" }, "Must-see");
	await expect(offer).toHaveCount(0);
});

test("a no is remembered, here and by the account that a guest becomes", async ({ page, baseURL }) => {
	const { path, title, acronym } = await imported(baseURL, dayFromToday(-3));
	await open(page, path);
	await mark(page, { title: "Ebb" }, "Must-see");
	await page.reload();
	const offer = page.getByRole("region", { name: `After ${title}` });
	await expect(offer.getByText(`1 must-see talk of ${title} is not marked watched.`)).toBeVisible();
	const responded = page.waitForResponse((response) => response.url().endsWith("/api/missed-offers") && response.ok());
	await offer.getByRole("button", { name: "Not now" }).click();
	await responded;
	await expect(offer.getByText("Nothing is changed.")).toBeVisible();
	await expectMark(page, { title: "Ebb" }, "Must-see");
	const requested = async () => (await page.request.get(`/api/missed-offers?conference=${acronym}`)).json();
	expect(await requested()).toEqual({ offer: null });
	await signUp(page, newAccount());
	expect(await requested()).toEqual({ offer: null });
	await page.goto(path);
	await expectMark(page, { title: "Ebb" }, "Must-see");
});

test("a conference that runs or comes asks nothing, nor does one without must-sees", async ({ page, baseURL }) => {
	const requested: string[] = [];
	page.on("request", (request) => request.url().includes("/api/missed-offers") && requested.push(request.url()));
	for (const days of [0, 3]) {
		const { path, acronym } = await imported(baseURL, dayFromToday(days));
		await open(page, path);
		await mark(page, { title: "Ebb" }, "Must-see");
		await page.reload();
		await expectMark(page, { title: "Ebb" }, "Must-see");
		const response = await page.request.get(`/api/missed-offers?conference=${acronym}`);
		expect(await response.json()).toEqual({ offer: null });
		const early = await page.request.post("/api/missed-offers", {
			data: { conference: acronym, answer: "no" },
			headers: { Origin: baseURL ?? "" },
		});
		expect([early.status(), await early.json()]).toEqual([409, { message: "That conference is not over yet." }]);
	}
	const { path } = await imported(baseURL, dayFromToday(-3));
	await open(page, path);
	await mark(page, { title: "Ebb" }, "Watched");
	await page.reload();
	await expectMark(page, { title: "Ebb" }, "Watched");
	expect(requested).toEqual([]);
});

test("the watchlist asks too, about one conference after the other", async ({ page, baseURL }) => {
	const [first, second] = [await imported(baseURL, dayFromToday(-9)), await imported(baseURL, dayFromToday(-5))];
	for (const { path } of [first, second]) {
		await open(page, path);
		await mark(page, { title: "Ebb" }, "Must-see");
		await mark(page, { title: "Flood" }, "Must-see");
	}
	await page.goto("/watchlist");
	// The list has a part for each conference, too.
	const offers = page.getByRole("region", { name: /^After After / });
	await expect(offers).toHaveCount(1);
	const responded = page.waitForResponse((response) => response.url().endsWith("/api/missed-offers") && response.ok());
	await offers.getByRole("button", { name: "Mark 2 missed" }).click();
	await responded;
	await expect(offers.getByText("2 talks are now missed.")).toBeVisible();
	await page.goto("/watchlist");
	await expect(page.getByRole("region", { name: `After ${first.title}`, exact: true })).toBeVisible();
	await expect(page.getByRole("region", { name: `After ${second.title}`, exact: true })).toHaveCount(0);
	await page.goto(second.path);
	for (const title of ["Ebb", "Flood"]) await expectMark(page, { title }, "Missed");
});

test("bad answers are refused with a sentence", async ({ page, newVisitor, baseURL }) => {
	const { path, acronym } = await imported(baseURL, dayFromToday(-3));
	await open(page, path);
	await mark(page, { title: "Ebb" }, "Must-see");
	const otherVisitor = await newVisitor();
	const headers = { Origin: baseURL ?? "" };
	const post = async (of: typeof page, data: unknown) => {
		const response = await of.request.post("/api/missed-offers", { data, headers });
		return [response.status(), (await response.json()).message];
	};
	expect(await post(page, { conference: "nowhere", answer: "no" })).toEqual([404, "There is no such conference."]);
	expect(await post(page, { conference: acronym, answer: "maybe" })).toEqual([400, "An answer is missed or no."]);
	expect(await post(page, { conference: 5, answer: "no" })).toEqual([400, "That is not a conference."]);
	expect(await post(page, [])).toEqual([400, "That is not an answer."]);
	expect(await post(otherVisitor, { conference: acronym, answer: "no" })).toEqual([404, "There is nothing to answer."]);
	const other = await page.request.post("/api/missed-offers", {
		data: { conference: acronym, answer: "no" },
		headers: { Origin: "https://elsewhere.example" },
	});
	expect(other.status()).toBe(403);
	const offer = await page.request.get(`/api/missed-offers?conference=${acronym}`);
	expect((await offer.json()).offer.talks).toHaveLength(1);
});
