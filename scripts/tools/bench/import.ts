import { stat } from "node:fs/promises";
import { migrate } from "@/lib/db/migrate";
import { run, typescript } from "../../setup/child.mjs";
import type { ScheduleFile } from "../served/schedule-file";
import type { Workspace } from "../served/workspace";
import type { Measurement, Part } from "./import-process";
import { bytes, ms, ratio, type Table } from "./report";
import { median } from "./statistics";

const ROUNDS = 3;

/** Imports the schedule into fresh databases; the last of them is returned, for everything else to be measured on. */
export async function measureImport(
	workspace: Workspace,
	schedule: ScheduleFile,
	roundCount = ROUNDS,
): Promise<{ table: Table; databaseUrl: string }> {
	const { size } = await stat(schedule.path);
	const rounds: { first: Measurement; unchanged: Measurement; xml: Measurement; texts: Measurement }[] = [];
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
	const live = await measureLive(schedule, workspace);
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
		{
			name: "what a first import holds at most",
			values: { "live memory": bytes(live), "× the file": ratio(live / size) },
		},
	];
	const share = (whole: (typeof rounds)[number]["first"], ...parts: Measurement[]) =>
		whole.processorMs / parts.reduce((sum, { processorMs }) => sum + processorMs, 0);
	const firstShare = median(rounds.map(({ first, xml, texts }) => share(first, xml, texts)));
	const unchangedShare = median(rounds.map(({ unchanged, xml }) => share(unchanged, xml)));
	const targets = [
		{ name: "first import, × the parser and the texts", measured: ratio(firstShare), below: 2 },
		{ name: "unchanged import, × the parser", measured: ratio(unchangedShare), below: 3 },
		{ name: "live memory, × the file", measured: ratio(live / size), below: 10 },
	];
	const title = `Import, each in a fresh process (medians of ${ROUNDS}; ratios are of processor time)`;
	return { table: { name: "import", title, rows, targets }, databaseUrl };
}

async function measure(part: Part, schedule: ScheduleFile, databaseUrl: string): Promise<Measurement> {
	const script = typescript("scripts/tools/bench/import-process.ts", part, schedule.path, databaseUrl);
	return JSON.parse(await run(process.execPath, script));
}

async function measureLive(schedule: ScheduleFile, workspace: Workspace): Promise<number> {
	const databaseUrl = workspace.databaseUrl("import-live");
	await migrate(databaseUrl);
	const script = typescript("scripts/tools/bench/import-process.ts", "live" satisfies Part, schedule.path, databaseUrl);
	const { liveBytes } = JSON.parse(await run(process.execPath, ["--expose-gc", ...script]));
	return liveBytes;
}

/** Imports many conferences into one database: the last ones should take no longer than the first. */
export async function measureConferences(workspace: Workspace): Promise<Table> {
	const databaseUrl = workspace.databaseUrl("conferences");
	await migrate(databaseUrl);
	const args = ["many" satisfies Part, "", databaseUrl, String(CONFERENCES)];
	const script = typescript("scripts/tools/bench/import-process.ts", ...args);
	const times: number[] = JSON.parse(await run(process.execPath, script)).ms;
	const tenth = Math.ceil(CONFERENCES / 10);
	const first = median(times.slice(0, tenth));
	const last = median(times.slice(-tenth));
	const row = (name: string, value: number) => ({ name, values: { "each, median": ms(value) } });
	return {
		name: "conferences",
		title: `${CONFERENCES} conferences of 1,000 talks, one after the other into one database`,
		rows: [row(`the first ${tenth}`, first), row("all", median(times)), row(`the last ${tenth}`, last)],
		targets: [{ name: "the last conferences, × the first", measured: ratio(last / first), below: 1.5 }],
	};
}

const CONFERENCES = 100;
