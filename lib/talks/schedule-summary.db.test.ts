import { expect, it } from "vitest";
import { createConference } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { loadScheduleSummary } from "./schedule-summary";

describeOnEachDatabase("what is said about a schedule", (getDb) => {
	it("counts what it holds now, and tells when it last changed", async () => {
		const db = getDb();
		const { id } = await createConference(db, {
			slug: "conf",
			talks: [
				{ slug: "one", start: "2026-01-31T09:00:00Z", room: "hall", track: "main", speakers: ["Ann", "Bo"] },
				{ slug: "two", start: "2026-01-31T10:00:00Z", room: "hall", speakers: ["Ann"], links: ["RECORDING", "SLIDES"] },
				{ slug: "gone", start: "2026-01-31T11:00:00Z", room: "lab", track: "go", speakers: ["Cy"], withdrawn: true },
			],
		});
		const told = {
			...{ source: "test", version: "", checkedAt: null, changedAt: null },
			...{ talkCount: 2, trackCount: 1, roomCount: 1, speakerCount: 2, recordingCount: 1 },
		};
		expect(await loadScheduleSummary(db, id)).toEqual(told);

		const [earlier, later] = [new Date("2026-02-01T00:00:00Z"), new Date("2026-02-02T00:00:00Z")];
		const update = { conferenceId: id, source: "test", version: "2", talkCount: 2 };
		await db.scheduleUpdate.createMany({
			data: [
				{ ...update, at: later },
				{ ...update, at: earlier },
			],
		});
		await db.conference.update({ where: { id }, data: { version: "2", checkedAt: earlier } });
		expect(await loadScheduleSummary(db, id)).toEqual({ ...told, version: "2", checkedAt: earlier, changedAt: later });
	});
});
