import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { inRoot } from "../../setup/root.mjs";
import { atExit } from "./at-exit";
import type { Workspace } from "./workspace";

const MAX_START_MS = 60_000;
const MAX_OUTPUT_LENGTH = 10_000;

/** The app, built for production, as `npm start` serves it. */
export type Server = {
	readonly origin: string;
	/** What the process holds of the machine's memory, in bytes. */
	readonly memory: () => number;
	readonly stop: () => Promise<void>;
};

// One for all servers of a run, so that a visitor's cookie outlives a restart.
const secret = randomBytes(32).toString("base64url");

/** Serves the workspace's build at a free port of this machine alone, and resolves once it answers. */
export async function startServer(workspace: Workspace, databaseUrl: string): Promise<Server> {
	const port = await findFreePort();
	const origin = `http://127.0.0.1:${port}`;
	const next = inRoot("node_modules/next/dist/bin/next");
	const child = spawn(process.execPath, [next, "start", "--hostname", "127.0.0.1", "--port", `${port}`], {
		cwd: workspace.folder,
		env: {
			...process.env,
			NODE_ENV: "production",
			NEXT_TELEMETRY_DISABLED: "1",
			DATABASE_URL: databaseUrl,
			AUTH_SECRET: secret,
			APP_URL: origin,
			// One machine asks for everything.
			RATE_LIMIT: "off",
		},
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (chunk) => {
			output = `${output}${chunk}`.slice(-MAX_OUTPUT_LENGTH);
		});
	}
	atExit((exitCode) => {
		child.kill("SIGKILL");
		if (exitCode === 1) console.error(`What the server said:\n${output}`);
	});
	await waitForResponse(child, origin);
	return {
		origin,
		memory: () => readResidentMemory(child.pid ?? 0),
		stop: async () => {
			if (child.exitCode !== null || child.signalCode !== null) return;
			child.kill("SIGTERM");
			await once(child, "exit");
		},
	};
}

async function waitForResponse(child: ChildProcess, origin: string): Promise<void> {
	const deadline = performance.now() + MAX_START_MS;
	while (performance.now() < deadline) {
		if (child.exitCode !== null) throw new Error("The server ended as it started.");
		const response = await fetch(`${origin}/icon.svg`).catch(() => null);
		await response?.arrayBuffer();
		if (response?.ok) return;
		await sleep(50);
	}
	throw new Error(`The server did not answer within ${MAX_START_MS / 1000} s.`);
}

async function findFreePort(): Promise<number> {
	const probe = createServer().listen(0, "127.0.0.1");
	await once(probe, "listening");
	const probeAddress = probe.address();
	probe.close();
	await once(probe, "close");
	if (probeAddress === null || typeof probeAddress === "string") throw new Error("There is no free port.");
	return probeAddress.port;
}

function readResidentMemory(pid: number): number {
	return Number(execFileSync("ps", ["-o", "rss=", "-p", `${pid}`], { encoding: "utf8" })) * 1024;
}
