import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What came of a file: read or refused as it should be, or what is wrong. */
export type Outcome =
	| { readonly kind: "schedule" | "refused" }
	| { readonly kind: "failed" | "died"; readonly reason: string }
	| { readonly kind: "hung" };

const CHILD = fileURLToPath(new URL("judge-process.ts", import.meta.url));

/**
 * Judges files in a process of its own (judge.ts), one at a time: one that hangs past `limitMs` or dies is told of, and
 * the next file gets a new process.
 */
export function createJudge({ limitMs, child = CHILD }: { readonly limitMs: number; readonly child?: string }) {
	let running: ChildProcess | null = null;

	function start(): ChildProcess {
		return fork(child, { serialization: "advanced", execArgv: ["--import", "tsx"], stdio: ["ignore", 2, 2, "ipc"] });
	}

	async function ready(): Promise<ChildProcess> {
		if (running) return running;
		const started = start();
		// Loading the code is no part of what a file may take.
		await new Promise<void>((resolve, reject) => {
			started.once("message", () => resolve());
			started.once("exit", (code) => reject(new Error(`The process that reads files ended at once (${code}).`)));
		});
		started.removeAllListeners("exit");
		running = started;
		return started;
	}

	return {
		async judge(bytes: Uint8Array): Promise<Outcome> {
			const judging = await ready();
			const outcome = await new Promise<Outcome>((resolve) => {
				const timer = setTimeout(() => resolve({ kind: "hung" }), limitMs);
				const settle = (found: Outcome) => {
					clearTimeout(timer);
					resolve(found);
				};
				judging.once("message", (message) => settle(message as Outcome));
				judging.once("exit", (code, signal) => settle({ kind: "died", reason: `ended with ${signal ?? code}` }));
				judging.send(bytes);
			});
			judging.removeAllListeners("message").removeAllListeners("exit");
			if (outcome.kind === "hung" || outcome.kind === "died") this.stop();
			return outcome;
		},
		stop(): void {
			running?.kill("SIGKILL");
			running = null;
		},
	};
}
