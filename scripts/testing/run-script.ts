import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "node:util";
import { vi } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export type Output = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs a script as `npm run` does, in a process of its own, which takes a second and a half to start. */
export function runScript(script: string, args: readonly string[], env: Record<string, string>): Promise<Output> {
	return new Promise((resolve) => {
		const node = ["--import", "tsx", join(ROOT, script), ...args];
		execFile(process.execPath, node, { cwd: ROOT, env: { ...process.env, ...env } }, (error, stdout, stderr) => {
			resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
		});
	});
}

/**
 * Runs a script in this process, at once: for what it says to other arguments, once `runScript` has shown that it starts
 * and ends. One at a time, since arguments, environment and output are the process's.
 */
export async function runScriptHere(
	script: string,
	args: readonly string[],
	env: Record<string, string>,
): Promise<Output> {
	const output = { code: 0, stdout: "", stderr: "" };
	const capture = (stream: "stdout" | "stderr") => [
		vi.spyOn(process[stream], "write").mockImplementation((chunk, ...rest) => {
			output[stream] += chunk;
			for (const callback of rest) if (typeof callback === "function") callback();
			return true;
		}),
		vi.spyOn(console, stream === "stdout" ? "log" : "error").mockImplementation((...data) => {
			output[stream] += `${format(...data)}\n`;
		}),
	];
	const spies = [
		...capture("stdout"),
		...capture("stderr"),
		vi.spyOn(process, "exit").mockImplementation((code) => {
			process.exitCode = code ?? 0;
			return undefined as never;
		}),
	];
	const { argv, exitCode } = process;
	process.argv = [process.execPath, script, ...args];
	for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
	// A client of the database that `env` names, in modules that have not run yet.
	vi.stubGlobal("talkshelfDb", undefined);
	vi.resetModules();
	try {
		await import(join(ROOT, script));
		return { ...output, code: Number(process.exitCode ?? 0) };
	} finally {
		for (const spy of spies) spy.mockRestore();
		Object.assign(process, { argv, exitCode });
		vi.unstubAllEnvs();
		vi.unstubAllGlobals();
	}
}
