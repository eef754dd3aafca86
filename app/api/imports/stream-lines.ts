import { setTimeout as sleep } from "node:timers/promises";
import type { StagingLine } from "@/lib/imports/types";
import { ScheduleError } from "@/lib/schedule/schedule-error";

const SEND_EVERY_MS = 100;

/**
 * An answer that grows while `work` is done: JSON, one line for each that it sends, and a last one that says why where it
 * fails. The work goes on where nobody listens any more; `isDone` is when it is over, well or not.
 */
export function streamLines(work: (send: (line: StagingLine) => void) => Promise<void>): {
	readonly response: Response;
	readonly isDone: Promise<void>;
} {
	let isDone = Promise.resolve();
	let isConnected = true;
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			const encoder = new TextEncoder();
			const write = (line: StagingLine) => {
				if (isConnected) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
			};
			isDone = work(throttle(write))
				.catch((error: unknown) => write({ problem: toErrorMessage(error) }))
				.finally(() => isConnected && controller.close());
		},
		cancel() {
			isConnected = false;
		},
	});
	const headers = {
		"Content-Type": "application/x-ndjson",
		// Lines are to arrive one by one, so nothing on the way shall collect or compress them.
		"Cache-Control": "private, no-store, no-transform",
		"X-Accel-Buffering": "no",
	};
	return { response: new Response(body, { headers }), isDone };
}

/** Says that a schedule is being read, and lets that line leave: reading keeps the process busy. */
export async function sendReading(send: (line: StagingLine) => void): Promise<void> {
	send({ progress: { phase: "reading" } });
	await sleep(20);
}

/** Leaves progress out that comes sooner after the last than anybody could read. */
function throttle(write: (line: StagingLine) => void): (line: StagingLine) => void {
	let phase = "";
	let last = 0;
	return (line) => {
		if ("progress" in line) {
			const { progress } = line;
			const isLast = "total" in progress && progress.done === progress.total;
			if (progress.phase === phase && !isLast && Date.now() - last < SEND_EVERY_MS) return;
			phase = progress.phase;
			last = Date.now();
		}
		write(line);
	};
}

function toErrorMessage(error: unknown): string {
	if (error instanceof ScheduleError) return error.message;
	console.error(error);
	return "Something went wrong here, and nothing was changed. Try again in a moment.";
}
