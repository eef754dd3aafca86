import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { db } from "@/lib/db/db";
import { importFile } from "@/lib/imports/import-file";
import type { ImportProgress } from "@/lib/imports/import-schedule";
import type { FindProgress } from "@/lib/imports/sources/find-schedule";
import { readSource } from "@/lib/imports/sources/read-source";
import { formatImportError } from "@/lib/schedule/format-import-error";
import { formatReport } from "@/lib/schedule/format-report";
import { WithdrawalError } from "@/lib/schedule/withdrawal";
import { isValidSlug, RESERVED_CONFERENCE_SLUGS } from "@/lib/text/slug";

const USAGE = `Usage: npm run import -- SOURCE [--as SLUG] [--yes] [--json] [--timeout SECONDS]

SOURCE            a schedule's file, or an http or https address: of the file, of a pretalx event, of a year of
                  FOSDEM, or of a page that links to its schedule
--as SLUG         the conference that it is of, as in its address here; a new one where there is none of that name
--yes             also where that withdraws more than a third of the conference's talks; without it nothing is
                  imported then, and the exit code is 3
--json            print one JSON object instead of sentences
--timeout SECONDS how long fetching may take in all (30)`;

type Arguments = {
	readonly source: string;
	readonly as: string | undefined;
	readonly yes: boolean;
	readonly json: boolean;
	readonly timeoutMs: number | undefined;
};

const HAS_TO_BE_CONFIRMED = 3;

const args = readArguments(process.argv.slice(2));
if (!args) {
	console.error(USAGE);
	process.exitCode = 2;
} else {
	const code = await run(args);
	await db.$disconnect();
	// Not left to end by itself: a name that is still being resolved would hold it up long after the timeout.
	process.exit(code);
}

async function run({ source, as, yes, json, timeoutMs }: Arguments): Promise<number> {
	const begin = performance.now();
	const progress = createProgressLine(process.stderr);
	try {
		progress.show("Reading the schedule");
		const onProgress = (now: FindProgress | ImportProgress) => progress.show(formatProgress(now));
		const { bytes, ...file } = await readSource(source, { timeoutMs, onProgress });
		progress.show("Reading the schedule");
		const mayWithdraw = yes ? Number.POSITIVE_INFINITY : 0;
		const report = await importFile(db, bytes, { ...file, as, mayWithdraw, now: new Date(), onProgress });
		progress.clear();
		const timedReport = { ...report, ms: Math.round(performance.now() - begin) };
		await print(json ? JSON.stringify(timedReport) : formatReport(timedReport));
		return 0;
	} catch (error) {
		progress.clear();
		if (!(error instanceof WithdrawalError)) {
			console.error(formatImportError(error));
			return 1;
		}
		const { title, withdrawal, message: problem } = error.confirmed("Give --yes to import it all the same.");
		if (json) await print(JSON.stringify({ title, ...withdrawal, problem }));
		console.error(problem);
		return HAS_TO_BE_CONFIRMED;
	}
}

function print(text: string): Promise<void> {
	return new Promise((resolve) => process.stdout.write(`${text}\n`, () => resolve()));
}

function readArguments(argv: readonly string[]): Arguments | null {
	try {
		const [text, flag] = [{ type: "string" }, { type: "boolean" }] as const;
		const options = { as: text, yes: flag, json: flag, timeout: text };
		const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
		const [source, ...rest] = positionals;
		const seconds = values.timeout === undefined ? undefined : Number(values.timeout);
		const isTimeout = seconds === undefined || (seconds > 0 && seconds <= 3600);
		if (source === undefined || source.trim() === "" || rest.length > 0 || !isTimeout) return null;
		const { as, yes = false, json = false } = values;
		if (as !== undefined && (!isValidSlug(as) || RESERVED_CONFERENCE_SLUGS.includes(as))) return null;
		const timeoutMs = seconds === undefined ? undefined : seconds * 1000;
		return { source: resolveSource(source), as, yes, json, timeoutMs };
	} catch {
		return null;
	}
}

/** npm runs scripts in the project's folder; a path is meant from where npm was called, if there is such a file. */
function resolveSource(source: string): string {
	if (/^[a-z][a-z0-9+.-]+:/i.test(source)) return source;
	const resolved = resolve(process.env.INIT_CWD ?? ".", source);
	return existsSync(resolved) || !existsSync(source) ? resolved : source;
}

function formatProgress(progress: FindProgress | ImportProgress): string {
	if (progress.phase === "fetching") {
		return `Fetching ${progress.address}: ${(progress.bytes / 1024 / 1024).toFixed(1)} MB`;
	}
	const { phase, done, total } = progress;
	return phase === "converting" ? `Converting texts: ${done} of ${total}` : `Writing talks: ${done} of ${total}`;
}

/** One line that is written over again and again; nothing where nobody watches. */
function createProgressLine(out: NodeJS.WriteStream) {
	const write = (text: string) => out.isTTY && out.write(`\r\u001B[K${text}`);
	return { show: (text: string) => write(`${text} …`), clear: () => write("") };
}
