"use client";

import { useSyncExternalStore } from "react";
import { LogEntryItem } from "./log-entry-item";
import { formatLogSummary } from "./log-words";
import type { LogEntry } from "./types";

type Props = {
	/** The earliest first; null while it is not known. */
	log: readonly LogEntry[] | null;
	/** Both answer what is wrong, or nothing. */
	onCorrect: (id: string, day: string | null) => Promise<string>;
	onRemove: (id: string) => Promise<string>;
};

const subscribeToNothing = () => () => {};
const localTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The visitor's history with a talk: folded, with what matters most of it in one line. */
export function MarkLog({ log, onCorrect, onRemove }: Props) {
	"use memo";
	const timeZone = useSyncExternalStore(subscribeToNothing, localTimeZone, () => "UTC");
	if (!log) return <p className="own-log text-ink-soft">Loading…</p>;
	if (log.length === 0) {
		return <p className="own-log text-ink-soft">Your history with this talk begins with your first mark.</p>;
	}
	return (
		<details className="own-log">
			<summary>
				Your history<span className="own-log-rest"> with this talk</span>{" "}
				<span className="text-ink-soft">· {formatLogSummary(log, timeZone)}</span>
			</summary>
			<ol>
				{log.toReversed().map((entry) => (
					<LogEntryItem
						key={entry.id}
						entry={entry}
						log={log}
						timeZone={timeZone}
						onCorrect={(day) => onCorrect(entry.id, day)}
						onRemove={() => onRemove(entry.id)}
					/>
				))}
			</ol>
		</details>
	);
}
