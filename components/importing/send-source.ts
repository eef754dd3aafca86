import type { StagingLine } from "@/lib/schedule/staging/types";
import { wholeLines } from "./read-lines";

export type Watching = {
	readonly onLine: (line: StagingLine) => void;
	/** Of a file: how much of it was sent. */
	readonly onSent?: (done: number, total: number) => void;
	readonly signal: AbortSignal;
};

const NO_ANSWER = "The server does not answer. Nothing was changed; try again in a moment.";
const CUT_SHORT = "The answer was cut short. Look at the conference before you try again.";

/**
 * Asks one of our import routes, and hands on each line of the answer as it comes; the one that says what came of it once
 * the answer is over, since the server renews its pages then. There is such a last line also where the server refused or
 * did not answer, and nothing more once `signal` is aborted.
 */
export function askForLines(path: string, body: Blob | string, { onLine, onSent, signal }: Watching): void {
	// Not `fetch`, which does not tell how much of a file was sent.
	const request = new XMLHttpRequest();
	let next = 0;
	let last: StagingLine | undefined;
	const hand = (line: StagingLine) => {
		if (!signal.aborted) onLine(line);
	};
	const read = () => {
		if (request.status !== 200) return;
		const whole = wholeLines(request.responseText, next);
		next = whole.next;
		for (const text of whole.lines) {
			const line = JSON.parse(text) as StagingLine;
			if ("progress" in line) hand(line);
			else last = line;
		}
	};
	request.upload.onprogress = ({ loaded, total }) => {
		if (!signal.aborted) onSent?.(loaded, total);
	};
	request.onprogress = read;
	request.onload = () => {
		read();
		hand(last ?? { problem: request.status === 200 ? CUT_SHORT : refusalIn(request.responseText) });
	};
	request.onerror = () => hand(last ?? { problem: next > 0 ? CUT_SHORT : NO_ANSWER });
	signal.addEventListener("abort", () => request.abort(), { once: true });
	request.open("POST", path);
	request.setRequestHeader("Content-Type", typeof body === "string" ? "application/json" : "application/octet-stream");
	request.send(body);
}

function refusalIn(text: string): string {
	try {
		const { message } = JSON.parse(text) as { message?: unknown };
		return typeof message === "string" ? message : NO_ANSWER;
	} catch {
		return NO_ANSWER;
	}
}
