import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import { readSchedule } from "@/lib/schedule/formats";
import { loadStored } from "@/lib/schedule/queries";
import type { ParsedSchedule } from "@/lib/schedule/types";
import { anySchedule } from "@/lib/testing/any-schedule";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { runs } from "@/lib/testing/property-runs";
import { importSchedule } from "./import-schedule";
import { previewImport } from "./preview-import";

const now = new Date("2026-01-31T12:00:00Z");

describeOnEachDatabase("what was found before an import", (getDb) => {
	beforeEach(async () => {
		await getDb().conference.deleteMany();
	});

	const foundIn = async (parsed: ParsedSchedule, source = "schedule.xml") => {
		const stored = await loadStored(getDb(), parsed.schedule.conference.slug);
		return previewImport(parsed, source, stored?.schedule ?? null);
	};

	it("says what the file holds, and that the conference is new", async () => {
		const parsed = await readSchedule(await readFile("e2e/fixtures/conference.xml"));
		const { warnings, ...found } = await foundIn(parsed);
		expect(warnings).toEqual(parsed.warnings);
		const { talks, rooms, tracks, speakers } = parsed.schedule;
		expect(found).toEqual({
			conference: "tidewater-2025",
			title: "Tidewater 2025: Open Days",
			startDate: "2025-10-04",
			endDate: "2025-10-05",
			dayCount: 2,
			source: "schedule.xml",
			talkCount: talks.length,
			recorded: talks.filter(({ links }) => links.some(({ kind }) => kind === "RECORDING")).length,
			rooms: rooms.length,
			tracks: tracks.length,
			speakers: speakers.length,
			update: null,
		});
	});

	it("counts what the import then does", async () => {
		await fc.assert(
			fc.asyncProperty(anySchedule, anySchedule, async (before, after) => {
				await getDb().conference.deleteMany();
				await importSchedule(getDb(), { schedule: before, warnings: [] }, { source: "a.xml", now });
				const parsed = { schedule: after, warnings: ["Something."] };
				const found = await foundIn(parsed, "a.xml");
				const report = await importSchedule(getDb(), parsed, { source: "a.xml", now });
				const talks = expect.any(Number);
				expect(found.update).toEqual({ title: before.conference.title, talks, ...report.talks });
				expect(found).toMatchObject({ talkCount: report.talkCount, warnings: report.warnings, title: report.title });
			}),
			runs(15),
		);
	});

	it("counts nothing added or changed where the file was imported before", async () => {
		const parsed = await readSchedule(await readFile("e2e/fixtures/conference.xml"));
		await importSchedule(getDb(), parsed, { source: "schedule.xml", now });
		const unchanged = parsed.schedule.talks.length;
		const { title } = parsed.schedule.conference;
		expect((await foundIn(parsed)).update).toEqual({
			title,
			talks: unchanged,
			added: 0,
			changed: 0,
			withdrawn: 0,
			unchanged,
		});
	});
});
