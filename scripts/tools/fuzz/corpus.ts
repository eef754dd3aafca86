import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "../../setup/root.mjs";

/** A schedule's file before anything is done to it. */
export type Specimen = { readonly name: string; readonly text: string };

const REAL = inRoot("../shared/schedules");
const OWN = ["scripts/tools/fuzz/corpus", "lib/schedule/sample", "e2e/fixtures"];

/** The project's own schedules in every format, and the real ones that lie beside the project, where they do. */
export function readCorpus({ withReal = true } = {}): Specimen[] {
	const folders = [...OWN.map((folder) => inRoot(folder)), ...(withReal && existsSync(REAL) ? [REAL] : [])];
	return folders.flatMap((folder) =>
		readdirSync(folder)
			.filter((name) => /\.(?:xml|json|ics|csv)$/.test(name) && !name.includes("schema"))
			.sort()
			.map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") })),
	);
}
