import type { StagingLine } from "@/lib/imports/types";
export type RequestOptions = {
	readonly onLine: (line: StagingLine) => void;
	/** Of a file: how much of it was sent. */
	readonly onSent?: (done: number, total: number) => void;
	readonly signal: AbortSignal;
};

const NO_RESPONSE = "The server does not answer. Nothing was changed; try again in a moment.";
const TRUNCATED = "The answer was cut short. Look at the conference before you try again.";

/**
 * Asks one of our import routes, and hands on each line of the answer as it comes; the one that says what came of it once
 * the answer is over, since the server renews its pages then. There is such a last line also where the server refused or
 * did not answer, and nothing more once `signal` is aborted.
 */
export function requestLines(path: string, body: Blob | string, { onLine, onSent, signal }: RequestOptions): void {
	// Not `fetch`, which does not tell how much of a file was sent.
	const request = new XMLHttpRequest();
	let next = 0;
	let last: StagingLine | undefined;
	const emit = (line: StagingLine) => {
		if (!signal.aborted) onLine(line);
	};
	const read = () => {
		if (request.status !== 200) return;
		const whole = wholeLines(request.responseText, next);
		next = whole.next;
		for (const text of whole.lines) {
			const line = JSON.parse(text) as StagingLine;
			if ("progress" in line) emit(line);
			else last = line;
		}
	};
	request.upload.onprogress = ({ loaded, total }) => {
		if (!signal.aborted) onSent?.(loaded, total);
	};
	request.onprogress = read;
	request.onload = () => {
		read();
		emit(last ?? { problem: request.status === 200 ? TRUNCATED : parseErrorMessage(request.responseText) });
	};
	request.onerror = () => emit(last ?? { problem: next > 0 ? TRUNCATED : NO_RESPONSE });
	signal.addEventListener("abort", () => request.abort(), { once: true });
	request.open("POST", path);
	request.setRequestHeader("Content-Type", typeof body === "string" ? "application/json" : "application/octet-stream");
	request.send(body);
}

function parseErrorMessage(text: string): string {
	try {
		const { message } = JSON.parse(text) as { message?: unknown };
		return typeof message === "string" ? message : NO_RESPONSE;
	} catch {
		return NO_RESPONSE;
	}
}

/** The whole lines of a text that grows, from a position on, and where the next one begins. */
export function wholeLines(text: string, from: number): { readonly lines: readonly string[]; readonly next: number } {
	const next = text.lastIndexOf("\n") + 1;
	if (next <= from) return { lines: [], next: from };
	return { lines: text.slice(from, next - 1).split("\n"), next };
}
