// Measures the app on a real schedule, from its import to its pages in a browser, and prints tables. Everything it makes
// is in a folder of its own, and gone afterwards.
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import type { Browser } from "@playwright/test";
import { createClient } from "@/lib/db/client";
import type { BenchContext } from "./bench/bench-context";
import { measureConferences, measureImport } from "./bench/import";
import { formatReport } from "./bench/print";
import { bytes, type Report, type Table, toJson } from "./bench/report";
import { SECTIONS } from "./bench/sections";
import { startServerWithStaticTwin } from "./bench/served";
import { chooseSubject } from "./bench/subject";
import { launchBrowser } from "./served/launch-browser";
import { findScheduleFile, type ScheduleFile } from "./served/schedule-file";
import { createWorkspace, type Workspace } from "./served/workspace";

const NAMES = ["import", "conferences", ...Object.keys(SECTIONS)];

const USAGE = `Usage: npm run bench -- [--json] [${NAMES.join(" | ")} …]

--json   print one JSON object instead of tables
Names    measure only these

SCHEDULE names another schedule's file, CHROMIUM_PATH another browser.`;

const args = readArguments();
if (!args) {
	console.error(USAGE);
	process.exitCode = 2;
} else {
	const schedule = findScheduleFile();
	const about = { schedule: schedule.about, machine: describeMachine() };
	const report = { about, tables: await measureAll(schedule, args.names) };
	console.log(args.json ? JSON.stringify(toJson(report)) : formatReport(report));
}

function readArguments(): { json: boolean; names: ReadonlySet<string> } | null {
	try {
		const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
		if (positionals.some((name) => !NAMES.includes(name))) return null;
		return { json: values.json ?? false, names: new Set(positionals.length > 0 ? positionals : NAMES) };
	} catch {
		return null;
	}
}

function describeMachine(): string {
	const [processor] = cpus();
	const load = loadavg()[0]?.toFixed(1);
	return `${cpus().length} × ${processor?.model.trim()}, load ${load} at the start, Node ${process.versions.node}`;
}

async function measureAll(schedule: ScheduleFile, names: ReadonlySet<string>): Promise<Report["tables"]> {
	const workspace = await createWorkspace();
	const tables: Table[] = [];
	if (names.has("conferences")) {
		log("Importing many conferences");
		tables.push(await measureConferences(workspace));
	}
	const others = new Set([...names].filter((name) => name !== "conferences"));
	return others.size === 0 ? tables : [...tables, ...(await measureSchedule(workspace, schedule, others))];
}

async function measureSchedule(
	workspace: Workspace,
	schedule: ScheduleFile,
	names: ReadonlySet<string>,
): Promise<readonly Table[]> {
	log(names.has("import") ? "Measuring the import" : "Importing");
	const imported = await measureImport(workspace, schedule, names.has("import") ? undefined : 1);
	const tables = names.has("import") ? [imported.table] : [];
	if (names.size > tables.length) tables.push(...(await measureApp(workspace, imported.databaseUrl, names)));
	return tables;
}

async function measureApp(
	workspace: Workspace,
	databaseUrl: string,
	names: ReadonlySet<string>,
): Promise<readonly Table[]> {
	const tables: Table[] = [];
	const db = createClient(databaseUrl);
	const subject = await chooseSubject(db);
	const server = await startServerWithStaticTwin(workspace, databaseUrl, subject);
	const setting = { server, db, databaseUrl, subject };
	const memoryAtStart = server.memory();
	for (const [name, section] of Object.entries(SECTIONS)) {
		if (!names.has(name)) continue;
		log(`Measuring ${section.what}`);
		tables.push(
			await ("measure" in section ? section.measure(setting) : measureInBrowser(setting, section.measureInBrowser)),
		);
	}
	tables.push(memoryTable(memoryAtStart, server.memory()));
	await server.stop();
	await db.$disconnect();
	return tables;
}

async function measureInBrowser(
	setting: BenchContext,
	measure: (setting: BenchContext, browser: Browser) => Promise<Table>,
) {
	const browser = await launchBrowser();
	try {
		return await measure(setting, browser);
	} finally {
		await browser.close();
	}
}

function memoryTable(before: number, after: number): Table {
	const rows = [
		{ name: "just started", values: { memory: bytes(before) } },
		{ name: "after all of this", values: { memory: bytes(after) } },
	];
	return { name: "memory", title: "What the server holds of the machine's memory", rows };
}

/** What is being done goes where it does not mix with the report. */
function log(what: string): void {
	console.error(`${what} …`);
}
