import { parseArgs } from "node:util";
import { db } from "@/lib/db/db";
import { countAccounts, GenerateError, generateVisitors } from "./generate/visitors";

const USAGE = `Usage: npm run generate -- visitors [--visitors 10000] [--marks 2000000] [--seed 1] [--yes]

Fills the database with guests who marked the talks that are there, to measure with.
--visitors N     how many
--marks N        of all of them together
--seed N         the same seed makes the same marks
--yes            do so in a database in which people have signed up, too`;

const args = readArguments(process.argv.slice(2));
if (!args) {
	console.error(USAGE);
	process.exitCode = 2;
} else {
	process.exitCode = await run(args);
	await db.$disconnect();
}

async function run({ isAgreed, ...wanted }: NonNullable<ReturnType<typeof readArguments>>): Promise<number> {
	try {
		const accounts = await countAccounts(db);
		if (accounts > 0 && !isAgreed) {
			const people = accounts === 1 ? "1 person has" : `${accounts} people have`;
			throw new GenerateError(`${people} signed up in this database: --yes fills it nevertheless.`);
		}
		const started = performance.now();
		const step = Math.max(1, Math.floor(wanted.visitors / 10));
		let lastReported = 0;
		await generateVisitors(db, {
			...wanted,
			now: new Date(),
			onMade: (made) => {
				if (made < lastReported + step && made < wanted.visitors) return;
				lastReported = made;
				console.log(`${made} of ${wanted.visitors} visitors`);
			},
		});
		const seconds = Math.round((performance.now() - started) / 1000);
		console.log(`${wanted.visitors} visitors made ${wanted.marks} marks in ${seconds} s.`);
		return 0;
	} catch (error) {
		if (!(error instanceof GenerateError)) throw error;
		console.error(error.message);
		return 1;
	}
}

function readArguments(argv: readonly string[]) {
	try {
		const number = (name: string) => ({ type: "string", default: name }) as const;
		const { values, positionals } = parseArgs({
			args: [...argv],
			allowPositionals: true,
			options: {
				visitors: number("10000"),
				marks: number("2000000"),
				seed: number("1"),
				yes: { type: "boolean", default: false },
			},
		});
		const [visitors, marks, seed] = [values.visitors, values.marks, values.seed].map(parseWholeNumber) as [
			number,
			number,
			number,
		];
		const isUsable = visitors > 0 && marks >= 0 && seed >= 0;
		if (positionals.join() !== "visitors" || !isUsable) return null;
		return { visitors, marks, seed, isAgreed: values.yes };
	} catch {
		return null;
	}
}

/** Not a number where it is none that can be meant. */
function parseWholeNumber(text: string): number {
	return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}
