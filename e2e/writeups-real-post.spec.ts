import { existsSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { formattedTree } from "@/lib/testing/formatted-tree";
import { downloadWriteUp } from "./exports";
import { importXml } from "./imports";
import { markEventBody } from "./marks";
import { openTalk, saveNote } from "./notes";
import { expect, test } from "./test";

const POST = "../shared/seed/fosdem-2026-the-talks-i-missed.md";
const SCHEDULE = "../shared/schedules/fosdem-2026.as-of-2026-03-20.xml";
const isThere = existsSync(POST) && existsSync(SCHEDULE);

type Entry = { readonly heading: string; readonly text: string; readonly takeaways: readonly string[] };
type Section = { readonly heading: string; readonly prose: string; readonly entries: readonly Entry[] };

/** The parts of the post that somebody wrote by hand, as plainly as its own author would point at them. */
function partsOf(post: string) {
	const [, yaml = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(post) ?? [];
	const [intro = "", ...sections] = body.split(/^## /m);
	return {
		yaml,
		body,
		intro: intro.replace("<!--more-->", "").trim(),
		sections: sections.map((section): Section => {
			const [head = "", ...entries] = section.split(/^### /m);
			const { heading, text } = headed(head);
			// One section has no heading of a talk, and is about one all the same.
			const isAboutTalk = text.startsWith("[");
			return {
				heading,
				prose: isAboutTalk ? "" : text,
				entries: [...(isAboutTalk ? [{ heading: "", text, takeaways: [] }] : []), ...entries.map(parseEntry)],
			};
		}),
	};
}

function headed(part: string): { heading: string; text: string } {
	const [heading = "", ...lines] = part.split("\n");
	return { heading, text: lines.join("\n").trim() };
}

function parseEntry(part: string): Entry {
	const { heading, text } = headed(part);
	const [prose = "", list = ""] = text.split("**Key takeaways:**\n");
	return {
		heading,
		text: prose.trim(),
		takeaways: list
			.split(/^- /m)
			.slice(1)
			.map((each) => each.trim()),
	};
}

/** The real schedule with the events alone whose addresses the post has. */
function scheduleOf(post: string): string {
	return readFileSync(SCHEDULE, "utf8").replace(/ *<event [\s\S]*?<\/event>\n?/g, (event) => {
		const url = /<url>([^<]+)<\/url>/.exec(event)?.[1] ?? "";
		return url !== "" && post.includes(url.replace(/\/$/, "")) ? event : "";
	});
}

function expectSamePost(file: string, post: string): void {
	const [exported, meant] = [partsOf(file), partsOf(post)];
	expect(load(exported.yaml)).toEqual(load(meant.yaml));
	expect(formattedTree(exported.body)).toEqual(formattedTree(meant.body));
}

test.describe(isThere ? "a real author's post" : "a real author's post (skipped: there is no ../shared)", () => {
	test.skip(!isThere, "There is no ../shared.");
	const post = isThere ? readFileSync(POST, "utf8") : "";

	test.beforeAll(async ({ baseURL }) => {
		if (isThere) await importXml(baseURL ?? "", scheduleOf(post));
	});

	test("comes of marks, notes and a write-up made by hand", async ({ page }) => {
		const { yaml, intro, sections } = partsOf(post);
		const entries = sections.flatMap((section) => section.entries);
		expect([sections.length, entries.length]).toEqual([8, 18]);
		await page.goto("/conferences/fosdem-2026/talks");
		const { talkIds } = await (await page.request.get("/api/talk-ids/fosdem-2026")).json();
		expect(talkIds).toHaveLength(17);
		const talkOf = new Map<string, number>();
		const links = page.getByRole("main").getByRole("link");
		const paths = await links.evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
		const bySlug = [...new Set(paths.filter((path) => /\/talks\/[^/?]+$/.test(path)))];
		expect(bySlug).toHaveLength(17);
		for (const { text, takeaways } of entries.filter((entry) => entry.heading !== "")) {
			const [, code = ""] = /schedule\/event\/([A-Z0-9]{6})-/.exec(text) ?? [];
			const path = bySlug.find((each) => each.includes(code)) ?? "";
			const talkId = await openTalk(page, path);
			await saveNote(
				page,
				talkId,
				text,
				takeaways.map((takeaway) => ({ text: takeaway })),
			);
			talkOf.set(code, talkId);
		}

		const presses = [...talkOf.values()].flatMap((talkId) => markEventBody(talkId, "WATCHED").presses);
		expect((await page.request.post("/api/marks", { data: { presses } })).ok()).toBe(true);

		await page.goto("/writeups/new");
		await page.getByRole("button", { name: "Start", exact: true }).click();
		await page.waitForURL(/\/writeups\/[0-9a-f-]{36}$/);
		const id = new URL(page.url()).pathname.split("/").at(-1);
		const { writeUp } = await (await page.request.get(`/api/writeups/${id}`)).json();
		const front = load(yaml) as { title: string; categories: string[]; tags: string[]; keywords: string[] };
		const { title, categories, tags, keywords } = front;
		const date = /^date: (.*)$/m.exec(yaml)?.[1] ?? "";
		const talkIdOf = (text: string) => talkOf.get(/schedule\/event\/([A-Z0-9]{6})-/.exec(text)?.[1] ?? "") ?? null;
		const content = {
			...writeUp.content,
			...{ title, date, categories, tags, keywords, intro },
			sections: sections.map((section, index) => ({
				...{ id: `s${index}`, heading: section.heading, prose: section.prose },
				items: section.entries.map(({ heading, text }, at) => ({
					...{ id: `i${index}-${at}`, talkId: talkIdOf(text), missingTalk: null, heading, leftOut: [] },
					// What stands in two places is the note's in one of them.
					...(heading === "" ? { text, takeaways: [] } : { text: null, takeaways: null }),
				})),
			})),
		};
		const { options, revision } = writeUp;
		const saved = await page.request.put(`/api/writeups/${id}`, { data: { baseRevision: revision, content, options } });
		expect(saved.status()).toBe(200);
		await page.reload();
		await page.getByRole("tab", { name: "Options" }).click();
		for (const name of ["Links to recordings", "Links to slides"]) {
			const box = page.getByRole("checkbox", { name });
			if (await box.isChecked()) await box.uncheck();
		}
		await expect(page.getByRole("main").getByRole("status").first()).toHaveText(/^Saved/);
		expectSamePost(await downloadWriteUp(page), post);
	});

	test("is pasted, becomes 17 notes with 68 takeaways, and comes out as it was", async ({ page }) => {
		await page.goto("/writeups/import");
		await page.getByLabel("Or paste it here").fill(post);
		await page.getByRole("button", { name: "Preview" }).click();
		await expect(page.getByText(/: 8 sections, 17 talks in 18 places, and 68 takeaways\.$/)).toBeVisible();
		await expect(page.getByText("17 notes are made of what it says about talks.")).toBeVisible();
		await page.getByRole("button", { name: "Bring it in" }).click();
		await page.waitForURL(/\/writeups\/[0-9a-f-]{36}$/);
		expectSamePost(await downloadWriteUp(page), post);
		await page.goto("/notes");
		await expect(page.getByRole("main")).toContainText("17 notes");
	});
});
