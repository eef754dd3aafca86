import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { MIGRATIONS_FOLDER } from "@/lib/db/migrations";
import { writeMigration } from "@/lib/db/write-migration";

const USAGE = `Usage: npm run db:migration -- NAME

NAME says what changes, in lower-case letters, digits and hyphens: add-write-ups`;

const [name, ...rest] = process.argv.slice(2);
if (name === undefined || rest.length > 0 || !/^[a-z][a-z0-9-]*$/.test(name)) {
	console.error(USAGE);
	process.exitCode = 2;
} else {
	const schema = await readFile(fileURLToPath(new URL("../prisma/schema.prisma", import.meta.url)), "utf8");
	try {
		report(await writeMigration(name, { now: new Date(), schema, folder: MIGRATIONS_FOLDER }));
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}

function report(files: readonly string[]): void {
	for (const file of files) console.log(`Wrote ${relative(process.cwd(), file)}`);
	console.log(
		files.length === 0
			? "Nothing changed since the last migration: nothing written."
			: "Read them before you commit them: a renamed column looks like one that goes and one that comes.",
	);
}
