import { resolve } from "node:path";

export type Provider = "sqlite" | "postgresql";

/** Where the database is when nobody says: a file beside the code, which git ignores. */
const DEFAULT_DATABASE_URL = "file:./data/talkshelf.db";

/** The address of the database, from the environment. */
export function databaseUrl(env: Readonly<Record<string, string | undefined>> = process.env): string {
	return env.DATABASE_URL || DEFAULT_DATABASE_URL;
}

/** Which database an address names. Throws where it names neither. */
export function providerOf(url: string): Provider {
	if (url.startsWith("file:")) return "sqlite";
	if (/^postgres(ql)?:\/\//.test(url)) return "postgresql";
	throw new Error(`DATABASE_URL must start with "file:" or "postgresql://", and this one does not.`);
}

/** The path of the file that a SQLite address names; a relative one is taken from the working directory. */
export function sqliteFile(url: string): string {
	return resolve(url.slice("file:".length).replace(/^\/\/(?=\/)/, ""));
}
