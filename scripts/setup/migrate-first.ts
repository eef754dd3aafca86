// Loaded before a script that uses the database: `node --import tsx --import ./scripts/setup/migrate-first.ts …`.
import { migrate } from "@/lib/db/migrate";
import { databaseUrl } from "@/lib/db/provider";

try {
	await migrate(databaseUrl());
} catch (error) {
	console.error(`The database cannot be brought up to date: ${error instanceof Error ? error.message : error}`);
	process.exit(1);
}
