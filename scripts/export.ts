import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { db } from "@/lib/db/db";
import { type ExportArguments, parseExportArguments } from "@/lib/writeups/export/arguments";
import { exportMarkdown, exportVault, prepareExport } from "@/lib/writeups/export/prepare";

const USAGE = `Usage: npm run export -- --user EMAIL [--conference SLUG | --writeup ID] [options]

Writes what somebody noted, as the page /export does: the same data, the same bytes.

--user EMAIL            whose talks
--conference SLUG       only of this conference
--writeup ID            a write-up of theirs in the place of all that
--out FILE              a file in the place of standard output, which is -
--include marked        talks that they marked and wrote nothing on, too
--status STATUS[,…]     only talks marked so: must-see, watched, missed

What is not said is as they had it last:
--flavour NAME          hugo, jekyll, astro, plain, or obsidian for a vault in a zip
--group BY              sections by track, topic, day or none
--order ORDER           schedule, own (as on the watchlist) or marked
--heading-level LEVEL   of sections, 1 to 5
--summary-break YES     yes or no, and so are the others:
--introductions YES     a line with each talk's link and speakers
--recording-links YES
--slide-links YES
--takeaways-label TEXT  one line of Markdown
--label-heading YES     whether that is a heading
--bullet SIGN           -, *, + or 1.
--times HOW             moments of takeaways: link, text or none
--without-note HOW      talks without a note: whole, list or none`;

const args = parseExportArguments(process.argv.slice(2));
if (args === "help") {
	console.log(USAGE);
} else if ("problem" in args) {
	console.error(`${args.problem} More is told by: npm run export -- --help`);
	process.exitCode = 2;
} else {
	process.exitCode = await run(args);
	await db.$disconnect();
}

async function run({ email, params, out }: ExportArguments): Promise<number> {
	const user = await db.user.findUnique({ where: { email }, select: { id: true } });
	if (!user) return fail(`Nobody here has the address ${email}.`);
	const prepared = await prepareExport(db, user.id, params);
	if ("problem" in prepared) return fail(prepared.problem);
	const { isVault } = prepared.settings;
	if (isVault && out === null && process.stdout.isTTY) return fail("Say where the zip is to be written: --out FILE.");
	const content = isVault ? Readable.from(exportVault(db, prepared)) : [await exportMarkdown(db, prepared)];
	try {
		// npm runs scripts in the project's folder; a path is meant from where npm was called.
		const target = out === null ? process.stdout : createWriteStream(resolve(process.env.INIT_CWD ?? ".", out));
		await pipeline(content, target);
		return 0;
	} catch (error) {
		// Who only wanted the beginning, such as `head`, has it.
		if (error instanceof Error && "code" in error && error.code === "EPIPE") return 0;
		return fail(`It could not be written: ${error instanceof Error ? error.message : String(error)}`);
	}
}

function fail(sentence: string): number {
	console.error(sentence);
	return 1;
}
