import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Provider } from "./provider";
import { diffSchemas } from "./schema-diff";

const PROVIDERS: readonly Provider[] = ["sqlite", "postgresql"];

/**
 * Writes what has to happen to the databases since the last migration, into a folder each below `folder`, and `schema`
 * as the one that the next migration starts from. Resolves to the files, or to none where nothing changed.
 * @param schema the text of prisma/schema.prisma
 */
export async function writeMigration(
	name: string,
	{ now, schema, folder }: { now: Date; schema: string; folder: string },
): Promise<readonly string[]> {
	const lastSchemaFile = join(folder, "schema.prisma");
	const last = await readFile(lastSchemaFile, "utf8").catch(() => "");
	const diffs = await Promise.all(
		PROVIDERS.map(async (provider) => ({ provider, sql: await diffSchemas(last, schema, provider) })),
	);
	if (diffs.every(({ sql }) => sql === "")) return [];
	const timedName = `${now.toISOString().slice(0, 19).replaceAll(/\D/g, "")}_${name}`;
	const files: string[] = [];
	for (const { provider, sql } of diffs) {
		const target = join(folder, provider, timedName);
		await mkdir(target, { recursive: true });
		files.push(join(target, "migration.sql"));
		await writeFile(join(target, "migration.sql"), sql || "-- Nothing changes in this database.\n");
	}
	await writeFile(lastSchemaFile, schema);
	return files;
}
