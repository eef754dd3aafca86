import { constants } from "node:os";

type Undo = (exitCode: number) => void;

const undone: Undo[] = [];

/**
 * Has something undone when the process ends, however it ends: done, failed or stopped. It has to be done at once, for
 * a process that is ending waits for nothing.
 */
export function atExit(undo: Undo): void {
	undone.push(undo);
}

process.once("exit", (code) => {
	for (const undo of undone.reverse()) undo(code);
});

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
	process.once(signal, () => process.exit(128 + constants.signals[signal]));
}
