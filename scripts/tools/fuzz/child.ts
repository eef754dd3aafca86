// Runs the seeds that it is sent, one at a time; its parent watches that it answers.
import { readCorpus } from "./corpus";
import { runOnce } from "./run-seed";

export type RunResult = { readonly seed: number } & (
	| { readonly of: string; readonly is: "refused" | "read" }
	| { readonly failed: string }
);

const corpus = readCorpus();
const report = (result: RunResult) => process.send?.(result);

process.on("message", async (seed: number) => {
	try {
		report({ seed, ...(await runOnce(corpus, seed)) });
	} catch (error) {
		report({ seed, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
	}
});
process.send?.("ready");
