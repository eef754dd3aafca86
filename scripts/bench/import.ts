import { migrate } from "@/lib/db/migrate";
import { run, typescript } from "../setup/child.mjs";
import type { Measured, Part } from "./import-process";
import { bytes, ms, ratio, type Table } from "./report";
import type { ScheduleFile } from "./schedule-file";
import { median } from "./statistics";
import type { Workspace } from "./workspace";

const ROUNDS = 3;

/** Imports the schedule into fresh databases; the last of them is returned, for everything else to be measured on. */
export async function measureImport(
	workspace: Workspace,
	schedule: ScheduleFile,
	roundCount = ROUNDS,
): Promise<{ table: Table; databaseUrl: string }> {
	const rounds: { first: Measured; unchanged: Measured; xml: Measured; texts: Measured }[] = [];
	let databaseUrl = "";
	for (let round = 1; round <= roundCount; round++) {
		databaseUrl = workspace.databaseUrl(`import-${round}`);
		await migrate(databaseUrl);
		rounds.push({
			xml: await measure("xml", schedule, databaseUrl),
			texts: await measure("texts", schedule, databaseUrl),
			first: await measure("import", schedule, databaseUrl),
			unchanged: await measure("import", schedule, databaseUrl),
		});
	}
	const row = (name: string, part: keyof (typeof rounds)[number]) => ({
		name,
		values: {
			time: ms(median(rounds.map((round) => round[part].ms))),
			"of the processor": ms(median(rounds.map((round) => round[part].processorMs))),
			"× the parser": ratio(median(rounds.map((round) => round[part].processorMs / round.xml.processorMs))),
			"× the texts": ratio(median(rounds.map((round) => round[part].processorMs / round.texts.processorMs))),
			"peak memory": bytes(median(rounds.map((round) => round[part].peakBytes))),
		},
	});
	const rows = [
		row("first import", "first"),
		row("the same again, unchanged", "unchanged"),
		row("of that: the XML parser alone", "xml"),
		row("of that: HTML to Markdown alone", "texts"),
	];
	const title = `Import, each in a fresh process (medians of ${ROUNDS}; ratios are of processor time)`;
	return { table: { name: "import", title, rows }, databaseUrl };
}

async function measure(part: Part, schedule: ScheduleFile, databaseUrl: string): Promise<Measured> {
	const script = typescript("scripts/bench/import-process.ts", part, schedule.path, databaseUrl);
	return JSON.parse(await run(process.execPath, script));
}
