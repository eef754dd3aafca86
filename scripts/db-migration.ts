import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MIGRATIONS_FOLDER } from "@/lib/db/migrations";
import type { Provider } from "@/lib/db/provider";
import { diffSchemas } from "@/lib/db/schema-diff";

const USAGE = "Usage: npm run db:migration -- NAME    (lower-case letters, digits and hyphens; says what changes)";
const SCHEMA = fileURLToPath(new URL("../prisma/schema.prisma", import.meta.url));
const PROVIDERS: readonly Provider[] = ["sqlite", "postgresql"];

const [name, ...rest] = process.argv.slice(2);
if (name === undefined || rest.length > 0 || !/^[a-z][a-z0-9-]*$/.test(name)) {
	console.error(USAGE);
	process.exit(2);
}
process.exitCode = await writeMigration(name, new Date(), SCHEMA, MIGRATIONS_FOLDER);

async function writeMigration(name: string, now: Date, schemaFile: string, folder: string): Promise<number> {
	const lastSchemaFile = join(folder, "schema.prisma");
	const last = await readFile(lastSchemaFile, "utf8").catch(() => "");
	const today = await readFile(schemaFile, "utf8");
	const diffs = await Promise.all(
		PROVIDERS.map(async (provider) => ({ provider, sql: await diffSchemas(last, today, provider) })),
	);
	if (diffs.every(({ sql }) => sql === "")) {
		console.log("Nothing changed since the last migration: nothing written.");
		return 0;
	}
	const folderName = `${now.toISOString().slice(0, 19).replaceAll(/\D/g, "")}_${name}`;
	for (const { provider, sql } of diffs) {
		const target = join(folder, provider, folderName);
		await mkdir(target, { recursive: true });
		await writeFile(join(target, "migration.sql"), sql || "-- Nothing changes in this database.\n");
		console.log(`Wrote prisma/migrations/${provider}/${folderName}/migration.sql`);
	}
	await writeFile(lastSchemaFile, today);
	console.log("Read them before you commit them: Prisma cannot know what a renamed column was called.");
	return 0;
}
