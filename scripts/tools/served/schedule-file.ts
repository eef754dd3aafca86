import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { inRoot } from "../../setup/root.mjs";

const REAL = "../shared/schedules/fosdem-2026.as-of-2026-03-20.xml";
const SAMPLE = "lib/schedule/sample/fosdem-2026.xml";

export type ScheduleFile = { readonly path: string; readonly about: string };

/** The schedule to serve: the file that SCHEDULE names, else the real one beside the project, else the sample. */
export function findScheduleFile(env: Readonly<Record<string, string | undefined>> = process.env): ScheduleFile {
	if (env.SCHEDULE) {
		const path = resolve(env.INIT_CWD ?? ".", env.SCHEDULE);
		if (!existsSync(path)) throw new Error(`SCHEDULE has to name a file here, and there is none: ${env.SCHEDULE}`);
		return { path, about: basename(path) };
	}
	if (existsSync(inRoot(REAL))) return { path: inRoot(REAL), about: basename(REAL) };
	const hint = "the bundled sample of 17 talks; SCHEDULE=FILE takes a whole conference";
	return { path: inRoot(SAMPLE), about: hint };
}
