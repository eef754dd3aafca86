import { conference, open, talks, talkTitles } from "./conference";
import { mark } from "./marks";
import { expect, NOT_FOUND, test } from "./test";

test.use({ timezoneId: "Europe/Brussels" });

const FIRST_DAY = "2025-10-04";
const SECOND_DAY = "2025-10-05";

test("leads from the conferences to a day, a talk, its speaker and back", { tag: "@smoke" }, async ({ page }) => {
	await page.goto("/");
	await page.getByRole("link", { name: conference.title }).click();
	await expect(page).toHaveURL(conference.path);
	await expect(page.getByRole("heading", { level: 1, name: conference.title })).toBeVisible();
	const main = page.getByRole("main");
	await expect(main.getByText(/^4\s*–\s*5 October 2025 · The Old Lifeboat Station, Oostduinen$/)).toBeVisible();
	await expect(main.getByText("Times are the conference’s, Europe/Brussels.")).toBeVisible();

	await main.getByRole("link", { name: talks.tides.title, exact: true }).click();
	await expect(page).toHaveURL(conference.talk(talks.tides));
	await expect(page.getByRole("heading", { level: 1, name: talks.tides.title })).toBeVisible();
	await expect(page).toHaveTitle(`${talks.tides.title} · ${conference.title} · Talkshelf`);
	await expect(main.getByText("A format that nobody designed")).toBeVisible();
	await expect(main.getByText("Saturday 4 October 2025, 10:00–10:50 (50 min)")).toBeVisible();
	await expect(main.getByText("your time")).toHaveCount(0);

	await main.getByRole("link", { name: "Émilie Nørgård" }).first().click();
	await expect(page).toHaveURL(`${conference.path}/speakers/emilie_norgard`);
	await expect(page.getByRole("heading", { level: 1, name: "Émilie Nørgård" })).toBeVisible();
	await expect(main.getByText("Émilie keeps tide tables and the scripts that print them.")).toBeVisible();
	await expect(main.getByRole("link", { name: "Tidetools" })).toHaveAttribute("href", "https://tidetools.example/");
	await expect
		.poll(() => talkTitles(main))
		.toEqual([
			talks.tides.title,
			talks.cafe.title,
			"Fog horns of the north: a listening hour",
			"Une histoire très longue",
		]);

	await page.goBack();
	await expect(page.getByRole("heading", { level: 1, name: talks.tides.title })).toBeVisible();
	const crumbs = page.getByRole("navigation", { name: "Breadcrumbs" });
	await crumbs.getByRole("link", { name: "Saturday 4 October 2025" }).click();
	await expect(page).toHaveURL(conference.day(FIRST_DAY));
	await crumbs.getByRole("link", { name: "Conferences" }).click();
	await expect(page).toHaveURL("/");
});

test("shows a day at a time, each at an address of its own, in the order of time", async ({ page }) => {
	await page.goto(conference.path);
	const days = page.getByRole("navigation", { name: "Days", exact: true });
	await expect(days.getByRole("link")).toHaveText(["Sat 4 Oct 17", "Sun 5 Oct 9"]);
	await expect(days.getByRole("link", { name: "Sat 4 Oct" })).toHaveAttribute("aria-current", "page");
	await expect(page.getByRole("heading", { level: 2 })).toHaveText("Saturday 4 October 2025 17 talks");
	// A talk after midnight belongs to the day before, and stands at its end.
	const times = ["09:30", "10:00", "10:30", "11:00", "12:00", "14:00", "14:30", "23:30", "00:30"];
	await expect(page.getByRole("heading", { level: 3 })).toHaveText(times);

	await days.getByRole("link", { name: "Sun 5 Oct" }).click();
	await expect(page).toHaveURL(conference.day(SECOND_DAY));
	await expect(days.getByRole("link", { name: "Sun 5 Oct" })).toHaveAttribute("aria-current", "page");
	await expect(page.getByRole("heading", { level: 2 })).toHaveText("Sunday 5 October 2025 9 talks");
	await expect(page.getByRole("heading", { level: 3 })).toHaveText(["10:00", "10:30", "11:00", "16:00"]);

	await page.goto(conference.day(FIRST_DAY));
	const slot = page
		.locator("section")
		.filter({ has: page.getByRole("heading", { name: "11:00" }) })
		.last();
	await expect.poll(() => talkTitles(page.getByRole("main"))).toHaveLength(17);
	await expect.poll(() => talkTitles(slot)).toEqual([talks.quoted.title, talks.colons.title, talks.hostile.title]);
});

test("says of a talk in a list who, where, in which track, how long and whether it was recorded", async ({ page }) => {
	await page.goto(conference.day(FIRST_DAY));
	const row = (title: string) =>
		page.getByRole("listitem").filter({ has: page.getByRole("link", { name: title, exact: true }) });
	const tides = row(talks.tides.title);
	await expect(tides.getByRole("link")).toHaveText([talks.tides.title, "Main Deck"]);
	await expect(tides.getByText("Boathouse", { exact: true })).toBeVisible();
	await expect(tides.getByText("Émilie Nørgård, Tomasz Wiśniewski")).toBeVisible();
	await expect(tides.getByText("50 min", { exact: true })).toBeVisible();
	await expect(tides.getByText("Recording", { exact: true })).toBeVisible();
	await expect(row("Workshop: wind a coil").getByText("1 h 20 min", { exact: true })).toBeVisible();
	await expect(row(talks.emoji.title).getByText("Recording")).toHaveCount(0);
	await expect(row(talks.lunch.title).getByText("Salle des Marées", { exact: true })).toBeVisible();
});

test("leads to the tracks, rooms and speakers, and from each to its talks", async ({ page }) => {
	await page.goto(conference.path);
	const ways = page.getByRole("navigation", { name: conference.title });
	const main = page.getByRole("main");

	await ways.getByRole("link", { name: "Tracks" }).click();
	await expect(page).toHaveURL(`${conference.path}/tracks`);
	await expect(main.getByRole("list").last().getByRole("listitem")).toHaveText([
		"Main Deck6",
		"Plain Text & Friends7",
		"Radio: Waves and Noise7",
		"Small Databases5",
	]);
	await main.getByRole("link", { name: "Small Databases" }).click();
	await expect(page).toHaveURL(`${conference.path}/tracks/databases`);
	expect(await talkTitlesOnce(page, "Small Databases")).toEqual([
		talks.seaweed.title,
		talks.cafe.title,
		talks.knots.title,
		"Marées et mémoire",
		"The smallest database in the harbour",
	]);

	await page.goto(conference.path);
	await ways.getByRole("link", { name: "Rooms" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Rooms" })).toBeVisible();
	await main.getByRole("link", { name: "Salle des Marées" }).click();
	await expect(page).toHaveURL(`${conference.path}/rooms/salle_des_marees`);
	expect(await talkTitlesOnce(page, "Salle des Marées")).toEqual([
		talks.seaweed.title,
		talks.lunch.title,
		"CANCELLED: The lighthouse that was not there",
		"Marées et mémoire",
		"Une histoire très longue",
	]);

	await page.goto(conference.path);
	await ways.getByRole("link", { name: "Speakers" }).click();
	// By name, accents aside.
	await expect(main.getByRole("list").last().getByRole("listitem")).toHaveText([
		"Ann O'Dell-Fjord5",
		"Émilie Nørgård4",
		"Harbour Crew3",
		'Jo "Buoy" Harker4',
		"Łukasz Brandt4",
		"Mallory Breakwater1",
		"Mei-Lin Østrup5",
		"Tomasz Wiśniewski5",
		"Zoë Castellane5",
	]);
	await main.getByRole("link", { name: "Łukasz Brandt" }).click();
	await expect(page).toHaveURL(`${conference.path}/speakers/lukasz_brandt`);
	await expect(page.getByRole("heading", { level: 1, name: "Łukasz Brandt" })).toBeVisible();
});

test("keeps the lists, links and code of an abstract", async ({ page }) => {
	await page.goto(conference.talk(talks.tides));
	const abstract = page.getByRole("region", { name: "Abstract" });
	await expect(abstract.getByRole("listitem")).toHaveText([
		"why columns outlive programs",
		"how to read HW 04:12 5.3",
		"what a leap minute does to a table",
	]);
	const manual = abstract.getByRole("link", { name: "the Tidetools manual" });
	await expect(manual).toHaveAttribute("href", "https://tidetools.example/manual");
	await expect(abstract.getByRole("emphasis")).toHaveText("how");
	await expect(abstract.getByText("Bring a pencil.")).toBeVisible();

	await page.goto(conference.talk(talks.knots));
	await expect(abstract.getByRole("code")).toHaveText("begin;\nupdate rope set end = 'tied';\ncommit;");
	await page.goto(conference.talk({ slug: "TAB022-tabs" }));
	await expect(abstract.getByRole("cell")).toHaveText(["windward", "tab", "lee", "space"]);
});

test("tells the recordings, slides and other links of a talk apart", async ({ page }) => {
	await page.goto(conference.talk(talks.tides));
	const links = page.getByRole("region", { name: "Recording, slides and links" });
	await expect(links.getByRole("term")).toHaveText([
		"Recording",
		"Slides",
		"Subtitles",
		"Links",
		"Chat",
		"Feedback",
		"Talk page",
	]);
	const definitions = links.getByRole("definition");
	const videos = "https://video.tidewater.example/2025/TDE002-tide-tables";
	await expect(definitions.getByRole("link")).toHaveText([
		"Video recording (WebM)",
		"Video recording (MP4)",
		"Talk slides",
		/.+/,
		"Tidetools",
		"Chat room(web)",
		"Submit Feedback",
		"tidewater.example",
	]);
	await expect(definitions.nth(0).getByRole("link")).toHaveAttribute("href", `${videos}.webm`);
	await expect(definitions.nth(3).getByRole("link")).toHaveAttribute("href", `${videos}.vtt`);
	await expect(definitions.nth(7).getByRole("link")).toHaveAttribute(
		"href",
		"https://tidewater.example/2025/schedule/event/TDE002-tide-tables/",
	);
});

test("shows on a talk's page what runs at the same time and what follows in the room", async ({ page }) => {
	await page.goto(conference.talk(talks.tides));
	const next = page.getByRole("region", { name: "Next in Boathouse" });
	await expect.poll(() => talkTitles(next)).toEqual([talks.quoted.title]);
	const during = page.getByRole("region", { name: "At the same time" });
	// One begins while this one runs; one that ends as it begins does not run at the same time.
	await expect
		.poll(() => talkTitles(during))
		.toEqual([talks.bold.title, talks.rain.title, talks.seaweed.title, talks.emoji.title]);
	await during.getByRole("link", { name: talks.rain.title }).click();
	await expect(page.getByRole("heading", { level: 1, name: talks.rain.title })).toBeVisible();

	// The last of the day has nothing after it, and the night talk nothing beside it.
	await page.goto(conference.talk(talks.nightWatch));
	await expect(page.getByText("Saturday 4 October 2025, 00:30–01:00 (30 min)")).toBeVisible();
	await expect(next).toHaveCount(0);
	await expect(during).toHaveCount(0);
});

test("shows odd titles as they are", async ({ page }) => {
	for (const talk of [talks.quoted, talks.bold, talks.emoji, talks.colons, talks.knots]) {
		await page.goto(conference.talk(talk));
		await expect(page.getByRole("heading", { level: 1 })).toHaveText(talk.title);
		await expect(page).toHaveTitle(`${talk.title} · ${conference.title} · Talkshelf`);
	}
});

test.describe("with an unknown address", () => {
	test.use({ expectedProblems: NOT_FOUND });

	test("answers 404 and offers a way back", async ({ page }) => {
		for (const { what, path, back, to } of [
			{ what: "conference", path: "/conferences/nowhere-2025", back: "All conferences", to: "/" },
			{
				what: "talk of an unknown conference",
				path: "/conferences/nowhere-2025/talks/x",
				back: "All conferences",
				to: "/",
			},
			{
				what: "list of an unknown conference",
				path: "/conferences/nowhere-2025/talks",
				back: "All conferences",
				to: "/",
			},
			{ what: "day", path: conference.day("2025-10-06"), back: "Back to the schedule", to: conference.path },
			{ what: "date that is none", path: conference.day("today"), back: "Back to the schedule", to: conference.path },
			{ what: "talk", path: conference.talk({ slug: "nothing" }), back: "Back to the schedule", to: conference.path },
			{ what: "track", path: `${conference.path}/tracks/nothing`, back: "Back to the schedule", to: conference.path },
			{ what: "room", path: `${conference.path}/rooms/nothing`, back: "Back to the schedule", to: conference.path },
			{
				what: "speaker",
				path: `${conference.path}/speakers/nobody`,
				back: "Back to the schedule",
				to: conference.path,
			},
			{ what: "page", path: "/nothing/here", back: "All conferences", to: "/" },
		]) {
			await test.step(what, async () => {
				// A page that is kept must stay what it is.
				for (const visit of ["first", "second"]) {
					const response = await page.request.get(path);
					expect(response.status(), visit).toBe(404);
					expect(await response.text(), visit).toContain(back);
				}
			});
			if (!["talk", "page"].includes(what)) continue;
			expect((await page.goto(path))?.status()).toBe(404);
			await expect(page.getByRole("heading", { level: 1, name: "Not found" })).toBeVisible();
			await page.getByRole("link", { name: back }).click();
			await expect(page).toHaveURL(to);
			await expect(page.getByRole("heading", { level: 1, name: "Not found" })).toHaveCount(0);
		}
	});
});

test.describe("in another zone", () => {
	test.use({ timezoneId: "America/New_York" });

	test("shows the conference's times, and the visitor's own beside them", async ({ page }) => {
		await page.goto(conference.day(FIRST_DAY));
		await expect(page.getByRole("heading", { level: 3 })).toHaveText([
			"09:3003:30 your time",
			"10:0004:00 your time",
			"10:3004:30 your time",
			"11:0005:00 your time",
			"12:0006:00 your time",
			"14:0008:00 your time",
			"14:3008:30 your time",
			"23:3017:30 your time",
			"00:3018:30 your time",
		]);
		await page.goto(conference.talk(talks.nightWatch));
		await expect(page.getByText("Saturday 4 October 2025, 00:30–01:00 (30 min)")).toBeVisible();
		await expect(page.getByText("Sat 18:30 your time")).toBeVisible();
	});
});

test("gives every visitor the same bytes", async ({ page, newVisitor }) => {
	await open(page, conference.path);
	await mark(page, talks.tides, "Must-see");
	const otherVisitor = await newVisitor({ locale: "fr-FR", timezoneId: "Asia/Tokyo", colorScheme: "dark" });
	for (const path of [
		conference.path,
		conference.day(SECOND_DAY),
		conference.talk(talks.tides),
		`${conference.path}/tracks`,
		`${conference.path}/tracks/main`,
		`${conference.path}/rooms/boathouse`,
		`${conference.path}/speakers/emilie_norgard`,
	]) {
		// Again where the page was made anew between the two: the order of what React sends depends on timing.
		await expect(async () => {
			const marked = await page.request.get(path);
			const unknown = await otherVisitor.request.get(path);
			expect(await marked.text(), path).toBe(await unknown.text());
			expect(marked.headers()["set-cookie"], path).toBeUndefined();
			expect(marked.headers()["cache-control"], path).not.toContain("private");
			expect(marked.headers()["cache-control"], path).not.toContain("no-store");
		}).toPass({ timeout: 30_000 });
	}
});

test.describe("without JavaScript", () => {
	test.use({ javaScriptEnabled: false });

	test("can be browsed", async ({ page }) => {
		await page.goto("/");
		await page.getByRole("link", { name: conference.title }).click();
		await page.getByRole("navigation", { name: "Days", exact: true }).getByRole("link", { name: "Sun 5 Oct" }).click();
		await expect(page).toHaveURL(conference.day(SECOND_DAY));
		await page.getByRole("link", { name: talks.noise.title }).click();
		await expect(page.getByRole("heading", { level: 1, name: talks.noise.title })).toBeVisible();
		await expect(page.getByText("Sunday 5 October 2025, 10:00–10:50 (50 min)")).toBeVisible();
		await expect(page.locator("noscript")).toBeVisible();
		await page.getByRole("link", { name: "Łukasz Brandt" }).first().click();
		await expect(page.getByRole("heading", { level: 1, name: "Łukasz Brandt" })).toBeVisible();
		await page.getByRole("link", { name: "Radio: Waves and Noise" }).first().click();
		await expect(page.getByRole("heading", { level: 2, name: "7 talks" })).toBeVisible();
	});
});

/** The titles below a page's heading, once that page is there. */
async function talkTitlesOnce(page: Parameters<typeof open>[0], heading: string): Promise<string[]> {
	await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
	return talkTitles(page.getByRole("main"));
}
