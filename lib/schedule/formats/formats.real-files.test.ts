import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readSchedule } from "../formats";

const FOLDER = "../shared/schedules";
const found = existsSync(FOLDER);

const read = async (file: string) => readSchedule(await readFile(`${FOLDER}/${file}`), file);

async function counts(file: string) {
	const { schedule, warnings } = await read(file);
	const { talks, tracks, rooms, speakers, conference } = schedule;
	const cancelled = talks.filter(({ isCancelled }) => isCancelled).length;
	const speaking = talks.filter((talk) => talk.speakers.length > 0).length;
	const sizes = [talks.length, speaking, cancelled, tracks.length, rooms.length, speakers.length];
	return [conference.timeZone, ...sizes, warnings.length];
}

describe.skipIf(!found)(`published schedules${found ? "" : ` (skipped: there is no ${FOLDER})`}`, () => {
	it("are read with their talks, who speaks, what is cancelled, tracks, rooms and speakers, without a warning", async () => {
		expect(await counts("fosdem-2025.xml")).toEqual(["Europe/Brussels", 1105, 1103, 4, 78, 35, 1193, 0]);
		expect(await counts("fosdem-2026.as-of-2026-01-18.xml")).toEqual(["Europe/Brussels", 979, 974, 0, 68, 32, 1057, 0]);
		expect(await counts("fosdem-2026.as-of-2026-01-30.xml")).toEqual([
			"Europe/Brussels",
			1070,
			1064,
			0,
			71,
			37,
			1185,
			0,
		]);
		expect(await counts("fosdem-2026.as-of-2026-03-20.xml")).toEqual([
			"Europe/Brussels",
			1079,
			1078,
			1,
			71,
			37,
			1216,
			0,
		]);
		expect(await counts("hub-schedule2.json")).toEqual(["Europe/Berlin", 2, 2, 0, 2, 2, 3, 0]);
	});

	it("may be a calendar whose times are in UTC, which is told", async () => {
		expect(await counts("kielux_2020.ics")).toEqual(["UTC", 24, 24, 0, 0, 4, 20, 1]);
		const { schedule, warnings } = await read("kielux_2020.ics");
		expect(warnings).toEqual(["The schedule names no time zone; its times are shown in UTC."]);
		expect([...new Set(schedule.talks.map(({ day }) => day))]).toEqual(["2020-09-18", "2020-09-19"]);
		// The line that names the speakers is no part of the text.
		expect(schedule.talks.filter(({ abstract }) => /^\s*von:/.test(abstract.text))).toEqual([]);
	});
});
