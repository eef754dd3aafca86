import { capture, run, typescript } from "./child.mjs";
import { StepFailed } from "./steps.mjs";

const FOSDEM = "https://fosdem.org/2026/schedule/xml";
const LONGEST_TRY_SECONDS = 15;
const SAMPLE = "lib/schedule/sample/fosdem-2026.xml";

/**
 * Fills an empty database: with the schedule that SCHEDULE names, or FOSDEM's, or the bundled sample of it. A schedule
 * that was asked for and cannot be read is an error; FOSDEM being out of reach is not.
 * @param {import("./steps.mjs").Progress} progress
 */
export async function fill(progress) {
	const asked = process.env.SCHEDULE;
	if (asked) {
		progress(`importing ${asked}`);
		const { code, stdout, output } = await importSchedule(asked);
		if (code === 0) return summary(stdout);
		throw new StepFailed(`The schedule that SCHEDULE names cannot be imported: ${lastLine(output) || asked}`);
	}
	progress(`fetching ${FOSDEM}`);
	const fetched = await importSchedule(FOSDEM, "--timeout", `${LONGEST_TRY_SECONDS}`);
	if (fetched.code === 0) return summary(fetched.stdout);
	progress("importing the bundled sample");
	const sample = await run(process.execPath, typescript("scripts/import.ts", SAMPLE, "--json"));
	return [
		`${summary(sample)}: the bundled sample`,
		`${FOSDEM} could not be had: ${lastLine(fetched.output)}`,
		"To bring in a full schedule: npm run import -- FILE-OR-URL",
	].join("\n");
}

/** @param {string} source @param {string[]} options */
function importSchedule(source, ...options) {
	return capture(process.execPath, typescript("scripts/import.ts", source, "--json", ...options));
}

/** @param {string} json what the import printed */
function summary(json) {
	const { conference, talks } = JSON.parse(json);
	return `${talks.added} talks of ${conference}`;
}

/** @param {string} text */
function lastLine(text) {
	return text.trim().split("\n").at(-1) ?? "";
}
