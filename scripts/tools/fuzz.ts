// Mutates schedules and reads them, each in a child process that is watched: every one has to be read or refused, in time.
// Prints the seed of each that is neither, which makes the same one again.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { inRoot } from "../setup/root.mjs";
import type { RunResult } from "./fuzz/child";
import { readCorpus } from "./fuzz/corpus";
import { createSpecimen } from "./fuzz/run-seed";

const USAGE = `Usage: npm run fuzz -- [--runs N] [--seed SEED] [--show]

--runs N     how many (1000)
--seed SEED  the first seed, by default one of this moment; each run has the next
--show       print the mutated schedule of the first seed, and run nothing`;

const MAX_MS = 30_000;

type Arguments = { readonly runs: number; readonly seed: number; readonly isShown: boolean };

const args = readArguments();
if (!args) {
	console.error(USAGE);
	process.exitCode = 2;
} else if (args.isShown) {
	process.stdout.write(createSpecimen(readCorpus(), args.seed).text);
} else {
	process.exitCode = await fuzz(args.seed, args.runs);
}

function readArguments(): Arguments | null {
	try {
		const options = { runs: { type: "string" }, seed: { type: "string" }, show: { type: "boolean" } } as const;
		const { values } = parseArgs({ options });
		const runs = Number(values.runs ?? 1000);
		const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
		if (![runs, seed].every((number) => Number.isSafeInteger(number) && number >= 0)) return null;
		return { runs, seed, isShown: values.show ?? false };
	} catch {
		return null;
	}
}

async function fuzz(firstSeed: number, runs: number): Promise<number> {
	const counts = { read: 0, refused: 0, failed: 0 };
	let child = await start();
	for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
		const response = await sendSeed(child, seed);
		if (response && "is" in response) {
			counts[response.is]++;
			continue;
		}
		counts.failed++;
		const what = response ? response.failed : `no answer within ${MAX_MS / 1000} s, or the process ended`;
		console.error(`Seed ${seed}: ${what}`);
		child.kill("SIGKILL");
		child = await start();
	}
	child.kill();
	const { read, refused, failed } = counts;
	console.log(`${runs} runs from seed ${firstSeed}: ${read} read, ${refused} refused, ${failed} failed.`);
	return failed === 0 ? 0 : 1;
}

/** A process that is ready for seeds. */
async function start(): Promise<ChildProcess> {
	const child = fork(inRoot("scripts/tools/fuzz/child.ts"), { execArgv: ["--import", "tsx"] });
	await once(child, "message");
	return child;
}

/** What the child says of a seed; null where it says nothing in time, or ends. */
async function sendSeed(child: ChildProcess, seed: number): Promise<RunResult | null> {
	const finished = new AbortController();
	const { signal } = finished;
	const timeout = new Promise<[null]>((resolve) => {
		const timer = setTimeout(() => resolve([null]), MAX_MS);
		signal.addEventListener("abort", () => clearTimeout(timer));
	});
	// Those that lose the race are given up, which is no error.
	const onceEvent = (name: string) => once(child, name, { signal }).catch(() => [null]);
	const message = onceEvent("message");
	const end = onceEvent("exit").then((): [null] => [null]);
	child.send(seed);
	try {
		const [response] = (await Promise.race([message, end, timeout])) as [RunResult | null];
		return response;
	} finally {
		finished.abort();
	}
}
