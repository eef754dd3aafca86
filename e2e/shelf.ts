import type { APIRequestContext, BrowserContextOptions } from "@playwright/test";
import { type Account, administrator, newAccount } from "./accounts";
import { conference, talks } from "./conference";
import type { Shelf, Viewer } from "./every-page";
import { importXml } from "./imports";
import { test as base, expect, importRecorded } from "./recordings";
import { newReef, xmlOf } from "./schedules";
import { AGAIN, enter, seedVisitor } from "./seed-visitor";

type Viewers = Readonly<Record<Viewer, BrowserContextOptions["storageState"]>>;

const SUBTITLES = `WEBVTT

00:00.000 --> 00:10.000
Whoever keeps a lamp keeps a log.

00:10.000 --> 00:20.000
And whoever reads it, trims the wick.
`;

/**
 * A test that is looked at by a `viewer`. What there is to see is made once for all tests of a worker, which leave it as it
 * is.
 */
export const test = base.extend<
	{ viewer: Viewer },
	{ furnished: { readonly shelf: Shelf; readonly viewers: Viewers } }
>({
	viewer: ["reader", { option: true }],

	storageState: async ({ furnished, viewer }, use) => use(furnished.viewers[viewer]),

	furnished: [
		async ({ playwright, recordings }, use, { project }) => {
			const baseURL = project.use.baseURL ?? "";
			const entered = async (how: "sign-in" | "sign-up", account: Account) => {
				const request = await playwright.request.newContext({ baseURL });
				await enter(request, how, account, baseURL);
				return request;
			};
			const reader = await entered("sign-up", newAccount());
			const newcomer = await entered("sign-up", newAccount());
			const admin = await entered("sign-in", administrator);
			const subtitles = recordings.put("said.vtt", "text/vtt", SUBTITLES);
			const { page } = await importRecorded(baseURL, [recordings.clip, subtitles]);
			const [, , lamp = "", , talk = ""] = page.split("/");
			const furnished = await seedVisitor(reader, {
				conference: conference.slug,
				talkIds: await talkIdsOf(reader, conference.slug),
				recordedId: (await talkIdsOf(reader, lamp))[0] ?? 0,
			});
			const shelf: Shelf = {
				...furnished,
				conference: conference.slug,
				day: "2025-10-04",
				talk: talks.tides.slug,
				recorded: { conference: lamp, talk },
				speaker: "emilie_norgard",
				track: "databases",
				room: "boathouse",
				changed: await importChanged(baseURL, reader),
			};
			const viewers = {
				reader: await reader.storageState(),
				newcomer: await newcomer.storageState(),
				administrator: await admin.storageState(),
				stranger: undefined,
			};
			for (const request of [reader, newcomer, admin]) await request.dispose();
			await use({ shelf, viewers });
		},
		// On a busy machine, passwords and a clip take their time.
		{ scope: "worker", timeout: 120_000 },
	],
});

export { expect };

async function talkIdsOf(request: APIRequestContext, slug: string): Promise<number[]> {
	return (await (await request.get(`/api/talk-ids/${slug}`, AGAIN)).json()).talkIds;
}

/** Imports a conference of its own twice, the second time with another room and another talk. */
async function importChanged(baseURL: string, request: APIRequestContext): Promise<Shelf["changed"]> {
	const reef = newReef(["Tides by hand", "Corals that compile"]);
	await importXml(baseURL, xmlOf(reef));
	await importXml(baseURL, xmlOf({ ...reef, talks: ["Tides by hand", "Sponges at scale"], room: "Atoll" }));
	const html = await (await request.get(`/conferences/${reef.acronym}/changes`, AGAIN)).text();
	const [, update] = /\/changes\/(\d+)/.exec(html) ?? [];
	if (!update) throw new Error("The second import changed nothing.");
	return { conference: reef.acronym, update: Number(update) };
}
