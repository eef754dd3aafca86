import { spawn } from "node:child_process";
import { constants } from "node:os";
import { inRoot, ROOT } from "./root.mjs";

/** A command of ours that did not do what it should; `output` is what it said. */
export class CommandFailed extends Error {
	/** @param {string} command @param {string} output @param {number} code */
	constructor(command, output, code) {
		super(`${command} failed with exit code ${code}.`);
		this.output = output.trim();
		this.code = code;
	}
}

/** Nothing that set-up starts tells anybody that it was started. */
const QUIET = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();
let isStopping = false;

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => stop(signal));

// A step that fails ends this process, and what runs beside it is for nothing.
process.on("exit", () => {
	for (const child of running) child.kill();
});

// npm passes a signal to the shell between it and this process, which ends of it and passes nothing on.
if (process.env.npm_lifecycle_event) {
	const shell = process.ppid;
	setInterval(() => process.ppid !== shell && stop("SIGTERM"), 500).unref();
}

/** A terminal sends Ctrl-C to the children as well; a second one does no harm. @param {"SIGINT" | "SIGTERM"} signal */
function stop(signal) {
	isStopping = true;
	for (const child of running) child.kill(signal);
	if (running.size === 0) process.exit(128 + constants.signals[signal]);
}

/**
 * Runs a command in the project's folder to its end. Its output is kept, not shown.
 * @param {string} command @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, onOutput?: (text: string) => void }} [options]
 * @returns {Promise<{ code: number, stdout: string, output: string }>}
 */
export function capture(command, args, { env, onOutput } = {}) {
	let stdout = "";
	let output = "";
	const colours = process.stdout.isTTY ? {} : { NO_COLOR: "1" };
	const child = start(command, args, { ...colours, ...env }, ["ignore", "pipe", "pipe"]);
	child.stdout?.setEncoding("utf8").on("data", (text) => {
		stdout += text;
		output += text;
		onOutput?.(text);
	});
	child.stderr?.setEncoding("utf8").on("data", (text) => {
		output += text;
		onOutput?.(text);
	});
	return ended(child).then((code) => ({ code, stdout, output }));
}

/**
 * Like `capture`, and rejects with CommandFailed where the command does not end well. Resolves to what it wrote.
 * @param {string} command @param {readonly string[]} args @param {Parameters<typeof capture>[2]} [options]
 */
export async function run(command, args, options) {
	const { code, stdout, output } = await capture(command, args, options);
	if (code !== 0) throw new CommandFailed(nameOf(command, args), output, code);
	return stdout;
}

/** @param {string} command @param {readonly string[]} args */
function nameOf(command, args) {
	return [command, ...args].join(" ").replace(process.execPath, "node").replaceAll(ROOT, "");
}

/**
 * Runs a command with the terminal its own, and resolves to its exit code.
 * @param {string} command @param {readonly string[]} args @param {Record<string, string | undefined>} [env]
 */
export function show(command, args, env) {
	return ended(start(command, args, env, "inherit"));
}

/**
 * The arguments with which Node runs one of the project's TypeScript files.
 * @param {string} script below the project's folder @param {readonly string[]} args
 */
export function typescript(script, ...args) {
	return ["--import", "tsx", inRoot(script), ...args];
}

/**
 * @param {string} command @param {readonly string[]} args @param {Record<string, string | undefined> | undefined} env
 * @param {import("node:child_process").StdioOptions} stdio
 */
function start(command, args, env, stdio) {
	const child = spawn(command, args, { cwd: ROOT, env: { ...QUIET, ...process.env, ...env }, stdio });
	running.add(child);
	return child;
}

/** @param {import("node:child_process").ChildProcess} child @returns {Promise<number>} */
function ended(child) {
	return new Promise((resolve, reject) => {
		child.once("error", (error) => {
			running.delete(child);
			reject(error);
		});
		child.once("close", (code, signal) => {
			running.delete(child);
			const result = signal ? 128 + constants.signals[signal] : (code ?? 1);
			// What was asked to stop ends here, and is not taken for a failed step.
			if (isStopping && running.size === 0) process.exit(signal ? result : (code ?? 1));
			resolve(result);
		});
	});
}
