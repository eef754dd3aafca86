import type { Db } from "@/lib/db/client";
import { formatImportError } from "@/lib/schedule/format-import-error";
import { formatRefreshResult } from "./format-refresh-result";
import { refreshSchedules } from "./refresh-schedules";

const MINUTE_MS = 60_000;
const MAX_MINUTES = 7 * 24 * 60;

/** What REFRESH_MINUTES says, in milliseconds; null where it says nothing. Throws where it is no time. */
export function parseRefreshInterval(minutes: string | undefined): number | null {
	if (minutes === undefined || minutes.trim() === "") return null;
	const count = /^\d+$/.test(minutes.trim()) ? Number(minutes) : 0;
	if (count >= 1 && count <= MAX_MINUTES) return count * MINUTE_MS;
	throw new Error(
		`REFRESH_MINUTES is "${minutes}", but has to be a whole number from 1 to ${MAX_MINUTES}, or left out.`,
	);
}

export type RefreshTimerOptions = {
	readonly everyMs: number;
	readonly log: { readonly info: (line: string) => void; readonly error: (line: string) => void };
	/** Whether this machine and private networks may be read from; by default what ALLOW_PRIVATE_SOURCES says. */
	readonly allowPrivate?: boolean;
};

/**
 * Refreshes the conferences that nobody has asked for lately, now and every so often, never twice at once. Logs a line for
 * each that changed or failed. Keeps no process alive; what it returns stops it, and resolves once nothing is under way.
 */
export function startRefreshTimer(db: Db, { everyMs, log, allowPrivate }: RefreshTimerOptions): () => Promise<void> {
	let running: Promise<void> | undefined;
	async function refresh(): Promise<void> {
		// Timers come a little early or late, and what this process asked for the last time is due again.
		const notSince = new Date(Date.now() - everyMs * 0.9);
		try {
			await refreshSchedules(db, {
				now: () => new Date(),
				notSince,
				allowPrivate,
				onRefreshed: (refreshed) => {
					if (refreshed.status === "failed") log.error(formatRefreshResult(refreshed));
					if (refreshed.status === "changed") log.info(formatRefreshResult(refreshed));
				},
			});
		} catch (error) {
			log.error(`Schedules were not refreshed. ${formatImportError(error)}`);
		} finally {
			running = undefined;
		}
	}
	const refreshUnlessRunning = () => {
		running ??= refresh();
	};
	refreshUnlessRunning();
	const timer = setInterval(refreshUnlessRunning, everyMs);
	timer.unref();
	return async () => {
		clearInterval(timer);
		await running;
	};
}
