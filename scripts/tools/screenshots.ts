// Takes pictures of every page, as everybody sees it who can, on screens of four widths and in both schemes. The database is
// its own, and gone afterwards.
import { mkdir } from "node:fs/promises";
import { EVERY_PAGE } from "@/e2e/every-page";
import { createClient } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import { type Options, readOptions, SCHEMES, WIDTHS } from "./screenshots/options";
import { seedSchedule } from "./screenshots/stock";
import { takePage } from "./screenshots/take-page";
import { makeViewers } from "./screenshots/viewers";
import { launchBrowser } from "./served/launch-browser";
import { findScheduleFile } from "./served/schedule-file";
import { startServer } from "./served/server";
import { createWorkspace } from "./served/workspace";

const USAGE = `Usage: npm run screenshots -- [FOLDER] [--schedule=FILE] [--only=PATTERN] [--width=PX] [--scheme=NAME]

FOLDER           where the pictures go (screenshots)
--schedule=FILE  the schedule that is shown; SCHEDULE names it as well
--only=PATTERN   only pages whose names match this regular expression
--width=PX       only at one of ${WIDTHS.join(", ")} pixels
--scheme=NAME    only ${SCHEMES.join(" or ")}

CHROMIUM_PATH names another browser. The exit code is 1 where a page had an error.`;

const options = readOptions(process.argv.slice(2));
if (!options) {
	console.error(USAGE);
	process.exitCode = 2;
} else {
	process.exitCode = (await takeAll(options)) === 0 ? 0 : 1;
}

/** Tells how many pages had a problem. */
async function takeAll(options: Options): Promise<number> {
	const pages = EVERY_PAGE.filter(({ name }) => options.only.test(name));
	if (pages.length === 0) throw new Error(`No page is called so. There are: ${EVERY_PAGE.map(({ name }) => name)}.`);
	const schedule = findScheduleFile({ ...process.env, ...(options.schedule && { SCHEDULE: options.schedule }) });
	const workspace = await createWorkspace();
	const databaseUrl = workspace.databaseUrl("screenshots");
	console.error(`Importing ${schedule.about} …`);
	await migrate(databaseUrl);
	const db = createClient(databaseUrl);
	const stocked = await seedSchedule(db, schedule.path);
	await db.$disconnect();
	const server = await startServer(workspace, databaseUrl);
	const browser = await launchBrowser();
	await mkdir(options.folder, { recursive: true });
	let withProblems = 0;
	try {
		const setting = { browser, server, ...(await makeViewers(browser, server, stocked)) };
		for (const each of pages) {
			const begin = performance.now();
			const { count, problems } = await takePage(setting, each, options);
			const seconds = ((performance.now() - begin) / 1000).toFixed(1);
			const said = problems.length === 0 ? "no error" : problems.join("; ");
			console.log(`${each.name.padEnd(24)} ${count} ${count === 1 ? "picture" : "pictures"}, ${seconds} s, ${said}`);
			if (problems.length > 0) withProblems++;
		}
	} finally {
		await browser.close();
		await server.stop();
	}
	return withProblems;
}
