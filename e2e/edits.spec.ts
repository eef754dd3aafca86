import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { administrator, newAccount, signIn, signUp } from "./accounts";
import { expectNoFindings } from "./axe";
import { moreOfConference } from "./conference";
import { downloadExport } from "./exports";
import { type EventOfFile, importSchedule } from "./imports";
import { expectMark, mark } from "./marks";
import { writeNote } from "./notes";
import { expect, test } from "./test";

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const save = (page: Page) => button(page, "Save").click();
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });

const ONLY_EDITORS = "Schedules are imported and edited by those whom the administrator allows.";

/** A conference of one test's own, with one talk. */
async function importOwn(baseURL: string | undefined) {
	const id = randomUUID().slice(0, 8);
	const own = { acronym: `ebb-${id}`, title: `Ebb ${id}` };
	const talk: EventOfFile = {
		guid: `00000000-0000-4000-8000-0000${id}`,
		title: "Low water",
		room: "Pier",
		duration: "00:30",
	};
	const importAgain = (changes: Partial<EventOfFile> = {}) =>
		importSchedule(baseURL ?? "", { ...own, events: [{ ...talk, ...changes }] });
	await importAgain();
	const path = `/conferences/${own.acronym}`;
	return { ...own, path, edit: `${path}/edit/talks/low-water`, talk: `${path}/talks/low-water`, importAgain };
}

test("an editor makes a conference by hand, whose talk can be marked, noted and exported", { tag: "@smoke" }, async ({
	page,
}) => {
	const title = `By Hand ${randomUUID().slice(0, 8)}`;
	await signIn(page, administrator);
	await page.goto("/conferences/new/by-hand");
	await field(page, "Title").fill(title);
	await field(page, "First day").fill("2025-10-05");
	await field(page, "Last day").fill("2025-10-04");
	await field(page, "Time zone").fill("Europe/Atlantis");
	await field(page, "City").fill("Oostduinen");
	await button(page, "Create conference").click();
	await expect(page.getByText("Choose a time zone from the list, for example Europe/Brussels.")).toBeVisible();
	await expect(page.getByText("The last day is before the first.")).toBeVisible();
	await expect(field(page, "Last day")).toBeFocused();
	await expect(field(page, "Title")).toHaveValue(title);
	await field(page, "Time zone").fill("Europe/Brussels");
	await field(page, "Last day").fill("2025-10-06");
	await button(page, "Create conference").click();
	await expect(heading(page, `Edit ${title}`)).toBeVisible();

	const sections = page.getByRole("navigation", { name: "What to edit" });
	for (const [section, kind, name] of [
		["Tracks", "track", "Harbour"],
		["Rooms", "room", "Slipway"],
	] as const) {
		await sections.getByRole("link", { name: section }).click();
		await field(page, `Name of the new ${kind}`).fill(name);
		await button(page, `Add ${kind}`).click();
		await expect(field(page, `Name of the ${kind} ${name}`)).toHaveValue(name);
		await expectNoFindings(page);
	}
	await sections.getByRole("link", { name: "Speakers" }).click();
	await field(page, "Name").fill("Ida Flood");
	await button(page, "Add speaker").click();
	await expect(page.getByRole("link", { name: "Ida Flood" })).toBeVisible();
	await expectNoFindings(page);

	await sections.getByRole("link", { name: "Talks" }).click();
	await page.getByRole("link", { name: "Add a talk" }).click();
	await field(page, "Title").fill("Mooring for beginners");
	await field(page, "Start").fill("09:45");
	await field(page, "Length in minutes").fill("half an hour");
	await field(page, "Track").selectOption("Harbour");
	await field(page, "Room").selectOption("Slipway");
	await field(page, "Speaker 1").fill("Ida Flood");
	await field(page, "Speaker 2").fill("Otto Neap");
	await field(page, "Abstract").fill("Two **knots** and a bollard.");
	await field(page, "Address of link 1").fill("https://video.example/mooring.mp4");
	await field(page, "Title of link 1").fill("The recording");
	await button(page, "Add talk").click();
	await expect(page.getByText("Give a number of minutes, such as 30.")).toBeVisible();
	await expect(field(page, "Room").getByRole("option", { selected: true })).toHaveText("Slipway");
	await field(page, "Length in minutes").fill("30");
	await button(page, "Add talk").click();

	const talk = { title: "Mooring for beginners" };
	await expect(heading(page, talk.title)).toBeVisible();
	const main = page.getByRole("main");
	await expect(main).toContainText("Sunday 5 October 2025, 09:45–10:15 (30 min)");
	await expect(main).toContainText("Added by hand.");
	for (const name of ["Ida Flood", "Otto Neap", "Slipway", "Harbour", "The recording"]) {
		await expect(main.getByRole("link", { name, exact: true })).toBeVisible();
	}
	await expect(main.locator("strong")).toHaveText("knots");
	await mark(page, talk, "Watched");
	await writeNote(page, { text: "Bring gloves.", takeaways: ["A bowline holds."] });

	await page.goto("/");
	await page.getByRole("link", { name: title }).click();
	await expectMark(page, talk, "Watched");
	const { text: markdown } = await downloadExport(page, await moreOfConference(page, "Export Markdown"));
	await page.goBack();
	for (const part of [talk.title, "Bring gloves.", "A bowline holds."]) expect(markdown).toContain(part);

	await page.getByRole("main").getByRole("link", { name: talk.title }).click();
	await page.getByRole("link", { name: "Edit talk" }).click();
	await button(page, "Withdraw").click();
	await expect(page.getByText(/^Withdrawn: this talk was taken out of the schedule by hand, since/)).toBeVisible();
	await expectMark(page, talk, "Watched");
	await page.getByRole("link", { name: "Edit talk" }).click();
	await button(page, "Bring back").click();
	await expect(page.getByText("Withdrawn:")).toHaveCount(0);
});

test("what was edited of an imported talk stays through an import, and can be taken back", async ({
	page,
	baseURL,
}) => {
	const own = await importOwn(baseURL);
	await signIn(page, administrator);
	await page.goto(`${own.path}/edit/rooms`);
	await field(page, "Name of the new room").fill("Boathouse");
	await button(page, "Add room").click();
	await expect(field(page, "Name of the room Boathouse")).toBeVisible();

	await page.goto(own.talk);
	await expect(heading(page, "Low water")).toBeVisible();
	await page.getByRole("link", { name: "Edit talk" }).click();
	await save(page);
	await expect(page.getByText("Nothing was changed, so there is nothing to save.")).toBeVisible();
	await field(page, "Title").fill("Lowest water");
	await field(page, "Room").selectOption("Boathouse");
	await save(page);
	await expect(heading(page, "Lowest water")).toBeVisible();
	await expect(page.getByText("Changed by hand: title and room.")).toBeVisible();
	// At once, and on every page of the conference.
	await page.goto(`${own.path}/rooms/boathouse`);
	await expect(page.getByRole("link", { name: "Lowest water" })).toBeVisible();

	await own.importAgain({ title: "Low water again", duration: "00:50", room: "Jetty" });
	await page.goto(own.edit);
	await expect(field(page, "Title")).toHaveValue("Lowest water");
	await expect(field(page, "Length in minutes")).toHaveValue("50");
	await expect(page.getByText("Changed by hand. The schedule says: Low water again")).toBeVisible();
	await expect(page.getByText("Changed by hand. The schedule says: Jetty")).toBeVisible();
	await expectNoFindings(page);

	await field(page, "Subtitle").fill("Half typed");
	await button(page, "Take back: Title").click();
	await expect(field(page, "Title")).toHaveValue("Low water again");
	await expect(field(page, "Subtitle")).toHaveValue("Half typed");
	await expect(button(page, "Take back: Title")).toHaveCount(0);
	await field(page, "Room").selectOption("Jetty");
	await save(page);
	await expect(heading(page, "Low water again")).toBeVisible();
	await expect(page.getByText("Changed by hand: subtitle.")).toBeVisible();
	await expect(page.getByRole("main").getByRole("link", { name: "Jetty", exact: true })).toBeVisible();
});

test("two editors of one talk do not overwrite each other unseen", async ({ page, newVisitor, baseURL }) => {
	const own = await importOwn(baseURL);
	const other = await newVisitor();
	for (const each of [page, other]) {
		await signIn(each, administrator);
		await each.goto(own.edit);
	}
	await field(page, "Title").fill("Mine");
	await save(page);
	await expect(heading(page, "Mine")).toBeVisible();
	await field(other, "Title").fill("Theirs");
	await save(other);
	await expect(other.getByText(/^Somebody else changed this meanwhile/)).toBeVisible();
	await expect(field(other, "Title")).toHaveValue("Theirs");
	await expect(other.getByText("Shown now: Mine")).toBeVisible();
	await save(other);
	await expect(heading(other, "Theirs")).toBeVisible();
});

test.describe("without script", () => {
	test("a talk is edited, what is wrong is said, and others are refused the same form", async ({
		page,
		newVisitor,
		baseURL,
	}) => {
		const own = await importOwn(baseURL);
		await signIn(page, administrator);
		const storageState = await page.context().storageState();
		const plain = await newVisitor({ javaScriptEnabled: false, storageState });
		await plain.goto(own.edit);
		// What a form sends is what the action is asked with, by whomever.
		const sent = await plain
			.getByRole("main")
			.locator("form input[type=hidden]")
			.evaluateAll((inputs) => inputs.map((input) => [input.getAttribute("name"), input.getAttribute("value") ?? ""]));

		await field(plain, "Title").fill("");
		await field(plain, "Subtitle").fill("Kept");
		await save(plain);
		await expect(plain.getByText("Give the talk a title.")).toBeVisible();
		await expect(field(plain, "Subtitle")).toHaveValue("Kept");
		await field(plain, "Title").fill("Without script");
		await save(plain);
		await expect(heading(plain, "Without script")).toBeVisible();
		await plain.goto(own.edit);
		await button(plain, "Take back: Title").click();
		await expect(field(plain, "Title")).toHaveValue("Low water");

		const guest = await newVisitor();
		await guest.goto(own.talk);
		await mark(guest, { title: "Low water" }, "Missed");
		const account = await newVisitor();
		await signUp(account, newAccount());
		for (const visitor of [await newVisitor(), guest, account]) {
			await visitor.goto(own.talk);
			await expect(visitor.getByRole("banner").getByRole("link", { name: /^(?:Sign|Ada)/ })).toBeVisible();
			await expect(visitor.getByRole("link", { name: "Edit talk" })).toHaveCount(0);
			for (const path of ["/conferences/new/by-hand", `${own.path}/edit`, `${own.path}/edit/rooms`, own.edit]) {
				await visitor.goto(path);
				await expect(visitor.getByText(ONLY_EDITORS)).toBeVisible();
				await expect(visitor.getByRole("main").getByRole("textbox")).toHaveCount(0);
			}
			const form = {
				...Object.fromEntries(sent),
				title: "Not theirs",
				day: "2025-10-04",
				time: "10:00",
				duration: "30",
			};
			const response = await visitor.request.post(own.edit, { multipart: form });
			expect(await response.text()).toContain(visitor === account ? "You may not import or edit" : "Sign in first");
		}
		// The same request changes it where its sender may.
		await page.goto(own.edit);
		await expect(field(page, "Title")).toHaveValue("Low water");
		const state = await page.locator("form input[name=opened]").inputValue();
		await page.request.post(own.edit, {
			multipart: {
				...Object.fromEntries(sent),
				opened: state,
				title: "By request",
				day: "2025-10-04",
				time: "10:00",
				duration: "30",
			},
		});
		await page.reload();
		await expect(field(page, "Title")).toHaveValue("By request");
	});
});
