import { constants } from "node:os";

type ExitCallback = (exitCode: number) => void;

const callbacks: ExitCallback[] = [];

/**
 * Has something undone when the process ends, however it ends: done, failed or stopped. It has to be done at once, for
 * a process that is ending waits for nothing.
 */
export function atExit(callback: ExitCallback): void {
	callbacks.push(callback);
}

process.once("exit", (code) => {
	for (const callback of callbacks.reverse()) callback(code);
});

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
	process.once(signal, () => process.exit(128 + constants.signals[signal]));
}
