import { CommandFailed } from "./child.mjs";

const PROGRESS_EVERY_MS = 10_000;
const NAME_WIDTH = 12;

/** A step of set-up that cannot be done; its message is one sentence for whoever started it. */
export class StepFailed extends Error {}

/**
 * What a step tells: its progress while it runs, and its result at the end.
 * @typedef {(doing: string, howFar?: () => string) => void} Progress
 */

/**
 * Where steps are printed; a quiet one is where nothing had to be done.
 * @typedef {{ out?: NodeJS.WriteStream, isQuiet?: boolean }} Reporting
 */

/** What a step says when it found everything as it should be. */
export const UP_TO_DATE = "up to date";

/**
 * Does one step of set-up and prints one line about it, with how long it took. A long one says that it is alive: in a
 * terminal on the line that the result then takes, elsewhere on a line every ten seconds. Where it fails, what failed
 * is printed, and the process ends.
 * @param {string} name
 * @param {(progress: Progress) => Promise<string>} work resolves to what was done in a few words, then lines to add
 * @param {Reporting} [reporting]
 */
export async function step(name, work, { out = process.stdout, isQuiet = false } = {}) {
	const started = performance.now();
	const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
	const line = (/** @type {string} */ text) => `${name.padEnd(NAME_WIDTH)} ${text}`;
	let doing = "";
	let howFar = () => "";
	const isTerminal = out.isTTY;
	const tick = () => {
		if (!doing) return;
		const text = line([doing, `${seconds()} so far`, howFar()].filter(Boolean).join(", "));
		out.write(isTerminal ? `\r\u001b[2K${text}` : `${text}\n`);
	};
	const timer = setInterval(tick, isTerminal ? 1000 : PROGRESS_EVERY_MS);
	const finish = () => {
		clearInterval(timer);
		if (isTerminal) out.write("\r\u001b[2K");
	};
	try {
		const done = await work((nowDoing, nowHowFar = () => "") => {
			doing = nowDoing;
			howFar = nowHowFar;
			if (isTerminal) tick();
		});
		finish();
		if (isQuiet && done === UP_TO_DATE) return;
		const [first, ...more] = done.split("\n");
		out.write(
			`${line(`${first} (${seconds()})`)}\n${more.map((text) => `${" ".repeat(NAME_WIDTH)} ${text}\n`).join("")}`,
		);
	} catch (error) {
		finish();
		console.error(line(`failed (${seconds()})`));
		if (error instanceof CommandFailed && error.output) console.error(`\n${error.output}\n`);
		const isExpected = error instanceof StepFailed || error instanceof CommandFailed;
		console.error(isExpected ? error.message : error);
		process.exit(1);
	}
}

/**
 * Begins a step's work before the step's line is due, beside other steps. The step then waits for it, and tells from there on
 * how far it is.
 * @param {(progress: Progress) => Promise<string>} work
 * @returns {(progress: Progress) => Promise<string>}
 */
export function ahead(work) {
	/** @type {Parameters<Progress>} */
	let last = [""];
	/** @type {Progress} */
	let tell = (...doing) => {
		last = doing;
	};
	const result = work((...doing) => tell(...doing));
	// Whoever waits for it is told.
	result.catch(() => {});
	return (progress) => {
		tell = progress;
		if (last[0]) progress(...last);
		return result;
	};
}
