import { parseArgs } from "node:util";
import { db } from "@/lib/db/db";
import { formatRefreshResult } from "@/lib/imports/refresh/format-refresh-result";
import { refreshSchedules } from "@/lib/imports/refresh/refresh-schedules";
import { formatImportError } from "@/lib/schedule/format-import-error";

const USAGE = `Usage: npm run refresh [-- --json]

Asks the address of every conference that was read from one for a newer schedule, and imports it.
--json            print one JSON array instead of a line for each`;

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

/** 1 where a conference failed. */
async function run({ json }: { readonly json: boolean }): Promise<number> {
	try {
		const refreshed = await refreshSchedules(db, {
			now: () => new Date(),
			onRefreshed: (one) => !json && console.log(formatRefreshResult(one)),
		});
		if (json)
			await new Promise<void>((resolve) => process.stdout.write(`${JSON.stringify(refreshed)}\n`, () => resolve()));
		else if (refreshed.length === 0) console.log("No conference was read from an address.");
		return refreshed.some(({ status }) => status === "failed") ? 1 : 0;
	} catch (error) {
		console.error(formatImportError(error));
		return 1;
	}
}

function readArguments(argv: readonly string[]): { readonly json: boolean } | null {
	try {
		const { values } = parseArgs({ args: [...argv], options: { json: { type: "boolean" } } });
		return { json: values.json ?? false };
	} catch {
		return null;
	}
}
