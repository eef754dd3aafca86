import { randomUUID } from "node:crypto";
import { newAccount, signIn, signUp } from "./accounts";
import { expectNoFindings } from "./axe";
import { conference, talks, talkTitles } from "./conference";
import { downloadExport } from "./exports";
import { importXml } from "./imports";
import { expectMark, mark } from "./marks";
import { addTopic, openHistory, openOwnTalk, ownTalk, rate, stars, topicField, topicsOf } from "./own-talk";
import { newReef, xmlOf } from "./schedules";
import { expect, NO_RESPONSE, test } from "./test";

const TALK = conference.talk(talks.tides);
const CLIENT_ERROR = /Failed to load resource.* 4\d\d/;

test("gather talks across conferences, on a page of their own", { tag: "@smoke" }, async ({ page, baseURL }) => {
	const reef = newReef(["Watching corals grow"]);
	await importXml(baseURL ?? "", xmlOf(reef));
	await openOwnTalk(page, TALK);
	await addTopic(page, "  Observability ");
	await expect(topicsOf(page)).toHaveText(["Observability"]);
	await mark(page, talks.tides, "Must-see");

	await page.goto(`/conferences/${reef.acronym}/talks`);
	await page.getByRole("link", { name: "Watching corals grow" }).click();
	await expect(topicField(page)).toBeEditable();
	expect(
		await ownTalk(page)
			.locator("datalist option")
			.evaluateAll((all) => all.map((each) => each.getAttribute("value"))),
	).toEqual(["Observability"]);
	await addTopic(page, "OBSERVABILITY");
	await expect(topicsOf(page)).toHaveText(["Observability"]);

	await page.goto("/topics");
	await expect(page.getByRole("list", { name: "Your topics" }).getByRole("listitem")).toHaveText([
		/^Observability 2 talks/,
	]);
	await page.getByRole("link", { name: "Observability" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Observability" })).toBeVisible();
	await expect(page.getByText("2 talks, 1 h 20 min, of 2 conferences")).toBeVisible();
	await expect.poll(() => talkTitles(page.getByRole("region", { name: reef.title }))).toEqual(["Watching corals grow"]);
	await expect
		.poll(() => talkTitles(page.getByRole("region", { name: conference.title })))
		.toEqual([talks.tides.title]);
	await expectMark(page, talks.tides, "Must-see");

	const { text: markdown } = await downloadExport(page, page.getByRole("button", { name: "Export Markdown" }));
	expect(markdown).toContain("Watching corals grow");
	expect(markdown).toContain(talks.tides.title);
	expect(markdown).not.toContain(talks.rain.title);
});

test("are taken off a talk, and stay for the next", async ({ page }) => {
	await openOwnTalk(page, TALK);
	await addTopic(page, "Databases");
	await addTopic(page, "日本語");
	await page.reload();
	await expect(topicsOf(page)).toHaveText(["Databases", "日本語"]);
	const saved = page.waitForResponse("**/api/topics/talks");
	await page.getByRole("button", { name: "Remove topic Databases" }).click();
	await expect(topicsOf(page)).toHaveText(["日本語"]);
	await saved;
	await topicsOf(page).getByRole("link", { name: "日本語" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "日本語" })).toBeVisible();
	await page.getByRole("link", { name: "Topics", exact: true }).click();
	await expect(page.getByRole("list", { name: "Your topics" }).getByRole("listitem")).toHaveText([
		/^Databases 0 talks/,
		/^日本語 1 talk/,
	]);
});

test("are made, renamed and, once asked, deleted; the talks keep their marks", async ({ page }) => {
	const list = page.getByRole("list", { name: "Your topics" }).getByRole("listitem");
	await page.goto("/topics");
	await expect(page.getByText("No topics yet.")).toBeVisible();
	await page.getByLabel("Name of a new topic").fill("Tides");
	await page.getByRole("button", { name: "Create" }).click();
	await expect(list).toHaveText([/^Tides 0 talks/]);
	await page.getByLabel("Name of a new topic").fill("tides");
	await page.getByRole("button", { name: "Create" }).click();
	await expect(page.getByText("You have “Tides” already.")).toBeVisible();

	await openOwnTalk(page, TALK);
	await mark(page, talks.tides, "Must-see");
	await addTopic(page, "Tides");
	await page.goto("/topics/tides");
	await page.getByRole("button", { name: "Rename Tides" }).click();
	await page.getByLabel("New name of Tides").fill("Moon & sea");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: "Moon & sea" })).toBeVisible();
	await expect(page).toHaveURL(/\/topics\/moon-and-sea$/);
	await expect.poll(() => talkTitles(page.getByRole("main"))).toEqual([talks.tides.title]);

	await page.getByRole("button", { name: "Delete Moon & sea" }).click();
	const dialog = page.getByRole("alertdialog", { name: "Delete “Moon & sea”?" });
	await expect(dialog.getByText("The talk that it is on keeps its mark, rating and note.")).toBeVisible();
	await dialog.getByRole("button", { name: "Keep it" }).click();
	await expect(dialog).toBeHidden();
	await page.getByRole("button", { name: "Delete Moon & sea" }).click();
	await dialog.getByRole("button", { name: "Delete the topic" }).click();
	await expect(page).toHaveURL(/\/topics$/);
	await expect(page.getByText("No topics yet.")).toBeVisible();
	await openOwnTalk(page, TALK);
	await expect(topicsOf(page)).toHaveCount(0);
	await expectMark(page, talks.tides, "Must-see");
});

test("have nothing that axe finds wrong on a talk's page, with all that one made of it", async ({ page }) => {
	await openOwnTalk(page, TALK);
	await mark(page, talks.tides, "Watched");
	await rate(page, talks.tides, "3 stars");
	await addTopic(page, "Observability");
	await openHistory(page);
	await expect(topicsOf(page)).toHaveText(["Observability"]);
	await expectNoFindings(page);
});

test.describe("of a guest", () => {
	test("come along at sign-up, with ratings", async ({ page }) => {
		await openOwnTalk(page, TALK);
		await addTopic(page, "Observability");
		await mark(page, talks.tides, "Watched");
		await rate(page, talks.tides, "4 stars");
		await signUp(page, newAccount());
		await page.goto(TALK);
		await expect(topicsOf(page)).toHaveText(["Observability"]);
		await expect(stars(page, talks.tides).getByRole("radio", { name: "4 stars" })).toBeChecked();
	});

	test("join an account's when signing in: same name, same topic", async ({ page, newVisitor }) => {
		const account = newAccount();
		const elsewhere = await newVisitor();
		await signUp(elsewhere, account);
		await elsewhere.goto(TALK);
		await expect(topicField(elsewhere)).toBeEditable();
		await addTopic(elsewhere, "eBPF");

		await openOwnTalk(page, conference.talk(talks.rain));
		await addTopic(page, "EBPF");
		await mark(page, talks.rain, "Watched");
		await rate(page, talks.rain, "2 stars");
		await signIn(page, account);
		await page.goto("/topics/ebpf");
		await expect(page.getByRole("heading", { level: 1, name: "eBPF", exact: true })).toBeVisible();
		expect((await talkTitles(page.getByRole("main"))).toSorted()).toEqual(
			[talks.rain.title, talks.tides.title].toSorted(),
		);
		await page.goto(conference.talk(talks.rain));
		await expect(stars(page, talks.rain).getByRole("radio", { name: "2 stars" })).toBeChecked();
	});
});

test.describe("that cannot be kept", () => {
	test.use({ expectedProblems: CLIENT_ERROR });

	test("are refused with a sentence, and what was typed is not lost", async ({ page }) => {
		await openOwnTalk(page, TALK);
		await addTopic(page, "Short");
		for (const long of ["x".repeat(61), "x".repeat(10_000)]) {
			await topicField(page).fill(long);
			await topicField(page).press("Enter");
			await expect(ownTalk(page).getByText("Not saved: A topic's name has 1 to 60 characters.")).toBeVisible();
			await expect(topicField(page)).toHaveValue(long);
			await expect(topicsOf(page)).toHaveText(["Short"]);
		}
		await addTopic(page, "🦑".repeat(60));
		await page.goto("/topics");
		await page.getByRole("button", { name: "Rename Short" }).click();
		for (const [name, problem] of [
			["x".repeat(10_000), "A topic's name has 1 to 60 characters."],
			[" ", "A topic's name has 1 to 60 characters."],
			["🦑".repeat(60), `You have a topic “${"🦑".repeat(60)}” already.`],
		] as const) {
			await page.getByLabel("New name of Short").fill(name);
			await page.getByRole("button", { name: "Save" }).click();
			await expect(page.getByText(problem)).toBeVisible();
			await expect(page.getByLabel("New name of Short")).toHaveValue(name);
		}
		await page.reload();
		await expect(page.getByRole("link", { name: "Short" })).toBeVisible();
	});

	test("are told apart from somebody else's by nothing", async ({ page, newVisitor }) => {
		const talkId = await openOwnTalk(page, TALK);
		const name = `Secret ${randomUUID().slice(0, 8)}`;
		const slug = name.toLowerCase().replace(" ", "-");
		await addTopic(page, name);
		const otherVisitor = await newVisitor();
		await openOwnTalk(otherVisitor, TALK);
		for (const isKnown of [false, true]) {
			if (isKnown) await mark(otherVisitor, talks.tides, "Missed");
			for (const topic of [slug, "never-made"]) {
				const responses = [
					await otherVisitor.request.patch(`/api/topics/${topic}`, { data: { name: "Mine" } }),
					await otherVisitor.request.delete(`/api/topics/${topic}`, { data: {} }),
					await otherVisitor.request.post("/api/topics/talks", { data: { topic, talkIds: [talkId], on: false } }),
				];
				for (const response of responses) {
					expect([response.status(), await response.json()]).toEqual([404, { message: "You have no such topic." }]);
					expect(response.headers()["set-cookie"]).toBeUndefined();
				}
			}
			const pageResponse = await otherVisitor.goto(`/topics/${slug}`);
			expect(pageResponse?.status()).toBe(404);
			await otherVisitor.goto(TALK);
			await expect(topicField(otherVisitor)).toBeEditable();
			expect(await (await otherVisitor.request.get("/api/topics")).json()).toEqual({ topics: [] });
		}
		await page.reload();
		await expect(topicsOf(page)).toHaveText([name]);
	});

	test("change nothing, and make no guest", async ({ page }) => {
		const talkId = await openOwnTalk(page, TALK);
		const put = { topic: "eBPF", talkIds: [talkId], on: true };
		for (const [data, status] of [
			[{ ...put, topic: "" }, 400],
			[{ ...put, topic: "x".repeat(10_000) }, 400],
			[{ ...put, talkIds: [] }, 400],
			[{ ...put, talkIds: ["all"] }, 400],
			[{ ...put, on: 1 }, 400],
			[[], 400],
			[{ ...put, talkIds: [talkId, 2_147_483_647] }, 404],
		] as const) {
			const response = await page.request.post("/api/topics/talks", { data });
			expect([response.status(), await response.json()]).toEqual([
				status,
				{ message: expect.stringMatching(/^\p{Lu}.*\.$/u) },
			]);
			expect(response.headers()["set-cookie"]).toBeUndefined();
		}
		const foreign = { headers: { Origin: "https://breakwater.example" }, data: put };
		expect((await page.request.post("/api/topics/talks", foreign)).status()).toBe(403);
		expect((await page.request.delete("/api/topics/ebpf", { ...foreign, data: {} })).status()).toBe(403);
		expect(await (await page.request.get("/api/visitor")).json()).toMatchObject({ visitor: null });
	});
});

test.describe("while the server is away", () => {
	test.use({ expectedProblems: NO_RESPONSE });

	test("are not added, it says so, and what was typed stays", async ({ page }) => {
		await openOwnTalk(page, TALK);
		await page.route("**/api/topics/talks", (route) => route.abort());
		await topicField(page).fill("Seaweed");
		await topicField(page).press("Enter");
		await expect(
			ownTalk(page).getByText("Not saved: the server does not answer. Try again in a moment."),
		).toBeVisible();
		await expect(topicField(page)).toHaveValue("Seaweed");
		await expect(topicsOf(page)).toHaveCount(0);
		await page.unroute("**/api/topics/talks");
		await addTopic(page, "Seaweed");
		await expect(topicsOf(page)).toHaveText(["Seaweed"]);
	});
});
