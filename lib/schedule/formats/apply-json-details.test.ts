import { expect, it } from "vitest";
import { GENERATOR } from "@/lib/testing/any-published";
import { readSchedule } from "../formats";
import type { PublishedSchedule } from "../published/types";
import { writeScheduleJson } from "../published/write-schedule-json";
import type { ScheduleTalk } from "../types";

const GUID = "9c3ebb8c-7716-5130-b9fe-ff8544f56360";
const schedule: PublishedSchedule = {
	conference: {
		...{ slug: "Conf-2026", title: "Conf", subtitle: "Sub", version: "1", venue: "Hall", city: "Ghent", url: null },
		...{ timeZone: "Europe/Brussels", startDate: "2026-01-31", endDate: "2026-01-31", dayChange: 300 },
	},
	tracks: [],
	rooms: [],
	speakers: [],
	talks: [
		{
			...{ key: `guid:${GUID}`, guid: GUID, slug: "ONE_", title: "One", subtitle: "", type: "Talk", language: "" },
			...{ day: "2026-01-31", start: new Date("2026-01-31T09:00:00Z"), duration: 30, track: null, room: null },
			...{ url: null, isCancelled: true, willBeRecorded: null, abstract: "", description: "", speakers: [] },
			links: [{ kind: "SLIDES", url: "https://a.example/#/#x", title: "Whatever" }],
			updatedAt: new Date(0),
		},
	],
};
const file = () => JSON.parse(writeScheduleJson(schedule, GENERATOR, (slug) => `https://talks.example/${slug}`));

async function told(written: unknown): Promise<Partial<ScheduleTalk> & { conference: string }> {
	const { conference, talks } = (await readSchedule(JSON.stringify(written))).schedule;
	const [talk] = talks;
	if (!talk) throw new Error("There is a talk.");
	const { slug, type, url, isCancelled, links } = talk;
	return { conference: conference.slug, slug, type, url, isCancelled, links };
}

const PLAIN = {
	...{ conference: "conf_2026", slug: "one", type: "talk", url: "https://talks.example/ONE_", isCancelled: false },
	links: [{ kind: "OTHER", url: "https://a.example/#/%23x", title: "Whatever" }],
};

it("reads what our own file says beyond the format", async () => {
	expect(await told(file())).toEqual({
		...{ conference: "Conf-2026", slug: "ONE_", type: "Talk", url: null, isCancelled: true },
		links: [{ kind: "SLIDES", url: "https://a.example/#/#x", title: "Whatever" }],
	});
});

it("believes nobody else's", async () => {
	expect(await told({ ...file(), generator: { name: "other" } })).toEqual(PLAIN);
	expect(await told({ ...file(), generator: undefined })).toEqual(PLAIN);
});

it.each([
	["an address that is none", (talk: Record<string, unknown>) => ({ ...talk, url: "javascript:alert(1)" })],
	["a link's that is none", (talk: Record<string, unknown>) => ({ ...talk, links: [["SLIDES", "data:text/html,x"]] })],
	["a slug that is none", (talk: Record<string, unknown>) => ({ ...talk, slug: "../x" })],
	["a kind that is none", (talk: Record<string, unknown>) => ({ ...talk, links: [["EVIL"]] })],
	["nothing that it should", () => 5],
])("takes the file without it where it says %s", async (_, change) => {
	const written = file();
	const { talks } = written.schedule.conference.meta.talkshelf;
	talks[GUID] = change(talks[GUID]);
	expect(await told(written)).toEqual(PLAIN);
});

it("leaves links as they are where there are more or fewer than it tells of", async () => {
	const written = file();
	written.schedule.conference.meta.talkshelf.talks[GUID].links.push(["CHAT"]);
	expect((await told(written)).links).toEqual(PLAIN.links);
});
