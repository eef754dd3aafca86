import { db } from "@/lib/db/db";
import { SeedError, seedDatabase } from "./seed/seed-database";

const USAGE = `Usage: npm run seed [-- --yes]

Fills the database with conferences, an administrator, and a reader who marked talks, took notes and wrote them up: to
develop with.
--yes  do so in a database that holds visitors' data, too`;

const args = process.argv.slice(2);
if (args.some((arg) => arg !== "--yes")) {
	console.error(USAGE);
	process.exitCode = 2;
} else {
	process.exitCode = await run(args.includes("--yes"));
	await db.$disconnect();
}

async function run(isAgreed: boolean): Promise<number> {
	try {
		const { conferences, accounts } = await seedDatabase(db, { now: new Date(), isAgreed });
		console.log(conferences.length > 0 ? `Imported ${conferences.join(", ")}.` : "The conferences were there already.");
		for (const { email, password, role } of accounts) console.log(`${role.toLowerCase()}: ${email} / ${password}`);
		return 0;
	} catch (error) {
		if (!(error instanceof SeedError)) throw error;
		console.error(error.message);
		return 1;
	}
}
