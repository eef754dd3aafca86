import { existsSync, readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPublished, GENERATOR, toPublished } from "@/lib/testing/any-published";
import { runs } from "@/lib/testing/property-runs";
import { readSchedule } from "../formats";
import { toJsonAcronym, toJsonSlug, toJsonUrl } from "./json-details";
import type { PublishedSchedule } from "./types";
import { writeScheduleJson } from "./write-schedule-json";

const write = (schedule: PublishedSchedule) =>
	JSON.parse(writeScheduleJson(schedule, GENERATOR, (slug) => `https://talks.example/${slug}`));

const SCHEMA = "../shared/schedules/c3voc-schedule.schema.json";
const found = existsSync(SCHEMA);

describe.skipIf(!found)(`c3voc's schema${found ? "" : ` (skipped: there is no ${SCHEMA})`}`, () => {
	const compile = () => {
		const { $schema: _, ...schema } = JSON.parse(readFileSync(SCHEMA, "utf8"));
		const ajv = new Ajv({ strict: false, allErrors: true });
		addFormats(ajv);
		ajv.addFormat("color", true);
		return ajv.compile(schema);
	};

	it.each(["fosdem-2026.as-of-2026-03-20.xml", "fosdem-2025.xml", "kielux_2020.ics", "hub-schedule2.json"])(
		"takes what is written of %s",
		async (file) => {
			const validate = compile();
			const { schedule } = await readSchedule(readFileSync(`../shared/schedules/${file}`));
			validate(write(toPublished(schedule)));
			expect(validate.errors).toBeNull();
		},
	);

	it("takes every schedule", () => {
		const validate = compile();
		expect(validate({ schedule: { version: "1" } })).toBe(false);
		fc.assert(
			fc.property(anyPublished, (schedule) => {
				// The schema wants numbers where a source may have had anything for a person's id.
				const speakers = schedule.speakers.filter(({ key }) => !/^id:.*-/.test(key));
				validate(write({ ...schedule, speakers }));
				expect(validate.errors).toBeNull();
			}),
			runs(200),
		);
	});
});

it("writes a talk with all that there is to say", () => {
	const schedule: PublishedSchedule = {
		conference: {
			...{ slug: "conf-2026", title: "Conf\u0007 2026", subtitle: "", version: "1.2", venue: "Hall", city: "Brussels" },
			...{ timeZone: "Europe/Brussels", startDate: "2026-03-28", endDate: "2026-03-29", dayChange: 240 },
			url: "https://conf.example/",
		},
		tracks: [{ slug: "go", name: "Go & more" }],
		rooms: [{ slug: "janson", name: "Janson" }],
		speakers: [
			{ key: "id:12", slug: "ada", name: "Ada", biography: "Is *Ada*." },
			{ key: "code:AB", slug: "bo", name: "Bo", biography: "" },
		],
		talks: [
			{
				...{ key: "id:5@2026-03-29T00:30:00.000Z@janson", guid: null, slug: "one", title: "One\u0000", subtitle: "" },
				...{ type: "talk", language: "en", day: "2026-03-28", start: new Date("2026-03-29T00:30:00Z"), duration: 90 },
				...{
					track: "go",
					room: "janson",
					url: null,
					isCancelled: false,
					willBeRecorded: null,
					abstract: "**a** < b",
					description: "",
				},
				speakers: ["code:AB", "id:12"],
				links: [{ kind: "CHAT", url: "https://matrix.to/#/#a:b?c[d]=e", title: "Chat" }],
				updatedAt: new Date("2026-01-02T03:04:05Z"),
			},
		],
	};
	const { generator, schedule: written } = write(schedule);
	expect(generator).toEqual(GENERATOR);
	expect(written.conference.title).toBe("Conf 2026");
	expect(written.conference.acronym).toBe("conf_2026");
	// In the night in which the clocks are turned, of the day before.
	expect(written.conference.days).toEqual([
		{
			index: 1,
			date: "2026-03-28",
			day_start: "2026-03-28T04:00:00+01:00",
			day_end: "2026-03-29T04:00:00+02:00",
			rooms: {
				Janson: [
					{
						guid: expect.stringMatching(/^[0-9a-f-]{36}$/),
						id: 5,
						date: "2026-03-29T01:30:00+01:00",
						start: "01:30",
						duration: "01:30",
						room: "Janson",
						slug: "one",
						url: "https://talks.example/one",
						title: "One",
						subtitle: "",
						track: "Go & more",
						type: "talk",
						language: "en",
						abstract: "**a** < b",
						description: "",
						persons: [
							{ code: "AB", name: "Bo", slug: "bo", biography: "" },
							{ id: 12, name: "Ada", slug: "ada", biography: "Is *Ada*." },
						],
						links: [{ url: "https://matrix.to/#/%23a:b?c%5Bd%5D=e", title: "Chat" }],
					},
				],
			},
		},
	]);
});

it("keeps talks in a room of any name", () => {
	const [schedule] = fc.sample(anyPublished, { numRuns: 1, seed: 5 });
	if (!schedule) throw new Error("There is a sample.");
	const rooms = [{ slug: "r", name: "__proto__" }];
	const talks = schedule.talks.map((talk) => ({ ...talk, room: "r" }));
	const { days } = write({ ...schedule, rooms, talks }).schedule.conference;
	const events = days.flatMap((day: { rooms: object }) => Object.values(day.rooms).flat());
	expect(events).toHaveLength(talks.length);
});

it("fits slugs, acronyms and addresses to the schema", () => {
	expect(["one", "SFKNTZ-a_b_", "X", "日本", "-"].map(toJsonSlug)).toEqual([
		"one",
		"sfkntz-a_b",
		"talk-x",
		"talk-0",
		"talk-0",
	]);
	expect(["fosdem-2026", "rc3", "36c3"].map(toJsonAcronym)).toEqual(["fosdem_2026", "conf_rc3", "36c3"]);
	const kept = ["https://a.example/x?y=%20&z#f", "http://[::1]:80/"];
	expect(kept.map(toJsonUrl)).toEqual(kept);
	expect(toJsonUrl("https://ü.example/ä b|c?d=[e]#f#g")).toBe("https://xn--tda.example/%C3%A4%20b%7Cc?d=%5Be%5D#f%23g");
	expect(toJsonUrl("https://a.example/100%")).toBe("https://a.example/100%25");
});
