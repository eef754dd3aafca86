import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { inRoot } from "../setup/root.mjs";

const OWN = ["scripts/fuzz/files", "lib/schedule/sample"];
const REAL = "../shared/schedules";
const SCHEDULE = /\.(?:xml|json|ics|csv)$/;
const EVENT = /<event[\s>].*?<\/event>\s*/gs;
const KEPT_EVENTS = 25;

/** The project's own files in every format, and the real ones beside the project where they are, those cut short. */
export async function readCorpus(): Promise<Buffer[]> {
	const folders = [...OWN, REAL].map(inRoot).filter(existsSync);
	const files = await Promise.all(folders.map(filesIn));
	return files.flat();
}

async function filesIn(folder: string): Promise<Buffer[]> {
	const names = (await readdir(folder)).filter((name) => SCHEDULE.test(name)).sort();
	return Promise.all(names.map(async (name) => Buffer.from(shortened(await readFile(join(folder, name), "utf8")))));
}

/** A thousand talks take seconds to read, and break no differently from these, which are of all parts of the file. */
function shortened(text: string): string {
	const count = text.match(EVENT)?.length ?? 0;
	const step = Math.max(1, Math.ceil(count / KEPT_EVENTS));
	let index = 0;
	return text.replace(EVENT, (event) => (index++ % step === 0 ? event : ""));
}
