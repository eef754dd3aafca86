import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Provider } from "./provider";

/** One folder below prisma/migrations/{provider}: what it is called says when it was written. */
export type Migration = { readonly name: string; readonly sql: string };

/** Where the migrations of both databases are, beside the schema as of the last of them. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** The migrations of one database below `folder`, first to last. */
export async function readMigrations(provider: Provider, folder = MIGRATIONS_FOLDER): Promise<readonly Migration[]> {
	const entries = await readdir(join(folder, provider), { withFileTypes: true });
	const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
	return Promise.all(
		names
			.toSorted()
			.map(async (name) => ({ name, sql: await readFile(join(folder, provider, name, "migration.sql"), "utf8") })),
	);
}
