// Brings the database up to date and makes the server's secret; prints what it found as one line of JSON.
import { loadAuthSecret } from "@/lib/accounts/secret";
import { migrate } from "@/lib/db/migrate";
import { connectForMigration } from "@/lib/db/migration-connection";
import { databaseUrl } from "@/lib/db/provider";

try {
	const url = databaseUrl();
	loadAuthSecret();
	const applied = await migrate(url);
	console.log(JSON.stringify({ applied, isEmpty: await hasNoConference(url) }));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}

/** Asked on the bare connection: loading a whole client for it would double the time that an unchanged start takes. */
async function hasNoConference(url: string): Promise<boolean> {
	const connection = await connectForMigration(url);
	try {
		const found = await connection.queryRaw({ sql: 'SELECT 1 FROM "Conference" LIMIT 1', args: [], argTypes: [] });
		return found.rows.length === 0;
	} finally {
		await connection.dispose();
	}
}
