// Judges the files that its parent sends, one after the other; says once that it is ready.
import { judge } from "./judge";
import type { Outcome } from "./judged";

process.on("message", async (bytes: Uint8Array) => {
	process.send?.(await outcomeOf(bytes));
});
process.send?.("ready");

async function outcomeOf(bytes: Uint8Array): Promise<Outcome> {
	try {
		return { kind: await judge(bytes) };
	} catch (error) {
		return { kind: "failed", reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	}
}
