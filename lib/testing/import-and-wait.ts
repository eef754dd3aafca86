// For import-schedule.killed.db.test.ts: `import-and-wait.ts DATABASE_URL SCHEDULE MOMENT` imports a schedule of the test's in a process
// of its own, and at a moment of it says "here" and waits to be killed. The moments are those of `MOMENTS`.
import { writeSync } from "node:fs";
import { createClient } from "@/lib/db/client";
import { importSchedule } from "@/lib/imports/import-schedule";
import { createSchedule, type PausePoint } from "./killed-import";

const [url = "", name = "", pausePoint = ""] = process.argv.slice(2);
const db = createClient(url);
await importSchedule(
	db,
	{ schedule: createSchedule(name), warnings: [] },
	{
		source: "schedule.xml",
		now: new Date("2026-03-20T12:00:00Z"),
		onProgress: ({ phase, done, total }) => {
			if (pausePoint === ("while converting" satisfies PausePoint) && phase === "converting" && done > 0) wait();
			if (pausePoint === ("while writing" satisfies PausePoint) && phase === "writing" && done >= total / 2) wait();
			if (pausePoint === ("once all is written" satisfies PausePoint) && phase === "writing" && done === total) wait();
		},
	},
);
wait();

function wait(): void {
	writeSync(1, "here\n");
	// Nothing else happens in this process any more, as on a machine whose power is cut.
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
