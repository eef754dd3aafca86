// Changes schedule files at random and reads them: each has to be refused with one sentence or to come to a schedule. What
// does neither is written to a file and its seed printed. Ends with 1 where there was any.
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readCorpus } from "./fuzz/corpus";
import { createJudge, type Outcome } from "./fuzz/judged";
import { mutate } from "./fuzz/mutate";
import { createRandom } from "./fuzz/random";

const USAGE = `Usage: npm run fuzz -- [--runs N] [--seed S] [--limit SECONDS]

--runs N          how many files to make and read (1000)
--seed S          the first file's seed, a whole number; each next file's is one more. The same seed makes the same
                  file, as long as the files that are changed are the same
--limit SECONDS   how long reading one file may take (20)`;

type Arguments = { readonly runs: number; readonly seed: number; readonly limitMs: number };

const args = readArguments();
if (!args) {
	console.error(USAGE);
	process.exitCode = 2;
} else {
	process.exitCode = await fuzz(args);
}

async function fuzz({ runs, seed, limitMs }: Arguments): Promise<number> {
	const corpus = await readCorpus();
	const judge = createJudge({ limitMs });
	const counts = new Map<Outcome["kind"], number>();
	console.log(`${runs} files made of ${corpus.length}, from seed ${seed}`);
	try {
		for (let run = 0; run < runs; run++) {
			const bytes = mutate(corpus, createRandom(seed + run));
			const outcome = await judge.judge(bytes);
			counts.set(outcome.kind, (counts.get(outcome.kind) ?? 0) + 1);
			if (outcome.kind !== "schedule" && outcome.kind !== "refused") await tell(outcome, seed + run, bytes);
		}
	} finally {
		judge.stop();
	}
	const bad = (["failed", "died", "hung"] as const).reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
	console.log(`${counts.get("schedule") ?? 0} read, ${counts.get("refused") ?? 0} refused, ${bad} neither`);
	return bad === 0 ? 0 : 1;
}

async function tell(outcome: Outcome, seed: number, bytes: Uint8Array): Promise<void> {
	const file = join(tmpdir(), `talkshelf-fuzz-${seed}`);
	await writeFile(file, bytes);
	const reason = "reason" in outcome ? `: ${outcome.reason}` : "";
	console.log(`Seed ${seed} ${outcome.kind}${reason}\n  npm run fuzz -- --runs 1 --seed ${seed}\n  ${file}`);
}

function readArguments(): Arguments | null {
	const options = { runs: { type: "string" }, seed: { type: "string" }, limit: { type: "string" } } as const;
	try {
		const { values } = parseArgs({ options });
		const runs = Number(values.runs ?? 1000);
		const seed = Number(values.seed ?? Date.now() % 2 ** 31);
		const limit = Number(values.limit ?? 20);
		const isUsable = Number.isSafeInteger(runs) && runs > 0 && Number.isSafeInteger(seed) && seed >= 0 && limit > 0;
		return isUsable ? { runs, seed, limitMs: limit * 1000 } : null;
	} catch {
		return null;
	}
}
