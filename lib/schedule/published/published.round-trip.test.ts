import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPublished, GENERATOR, toParsedSchedule } from "@/lib/testing/any-published";
import { runs } from "@/lib/testing/property-runs";
import { diffSchedules, isUnchanged } from "../diff";
import { readSchedule } from "../formats";
import { toStoredSchedule } from "../stored";
import type { Schedule } from "../types";
import type { PublishedSchedule } from "./types";
import { writeFrabXml } from "./write-frab-xml";
import { writeScheduleJson } from "./write-schedule-json";

const FORMATS = {
	"frab XML": (schedule: PublishedSchedule) => writeFrabXml(schedule, GENERATOR),
	"schedule JSON": (schedule: PublishedSchedule) =>
		writeScheduleJson(schedule, GENERATOR, (slug) => `https://talks.example/${slug}`),
};

/** In any order: a file has talks by day and room. */
const sorted = ({ talks, speakers, tracks, rooms, conference }: Schedule) => {
	const bySlug = <Item extends { slug: string }>(items: readonly Item[]) =>
		items.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
	return { conference, talks: bySlug(talks), speakers: bySlug(speakers), tracks: bySlug(tracks), rooms: bySlug(rooms) };
};

describe.each(Object.entries(FORMATS))("%s", (_, write) => {
	it("is read as what was written, guids apart that the talks had not", async () => {
		await fc.assert(
			fc.asyncProperty(anyPublished, async (schedule) => {
				const read = (await readSchedule(write(schedule))).schedule;
				const wanted = toParsedSchedule(schedule);
				const keyed = ({ talks, ...rest }: Schedule) =>
					sorted({ ...rest, talks: talks.map((talk) => ({ ...talk, key: "", guid: null })) });
				expect(keyed(read)).toEqual(keyed(wanted));
			}),
			runs(150),
		);
	});

	it("changes nothing of the schedule that it was written of", async () => {
		await fc.assert(
			fc.asyncProperty(anyPublished, async (schedule) => {
				const wanted = toParsedSchedule(schedule);
				const read = (await readSchedule(write(schedule))).schedule;
				const changes = diffSchedules(toStoredSchedule(wanted, "source"), read, "source");
				expect(changes.talks.unchanged).toHaveLength(wanted.talks.length);
				expect({ ...changes, talks: { ...changes.talks, unchanged: [] } }).toEqual(NOTHING);
				expect(isUnchanged(changes)).toBe(true);
			}),
			runs(150),
		);
	});
});

const NOTHING = {
	conference: new Set(),
	tracks: { added: [], changed: [], removed: [] },
	rooms: { added: [], changed: [], removed: [] },
	speakers: { added: [], changed: [], removed: [], displaced: [] },
	talks: { added: [], changed: [], returned: [], withdrawn: [], unchanged: [], displaced: [] },
};
