"use client";

import { useRef, useState, useSyncExternalStore } from "react";
import { MARK_LABELS } from "@/lib/marks/status";
import { formatIsoDate } from "@/lib/text/format";
import {
	dayOfEntry,
	formatEntryDate,
	formatLogSummary,
	formatOriginalDate,
	formatStep,
	markWithout,
} from "./format-log";
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

const LOG = "flow-root min-w-0 leading-11";

/** The visitor's history with a talk: folded, with what matters most of it in one line. */
export function MarkLog({ log, onCorrect, onRemove }: Props) {
	"use memo";
	const timeZone = useSyncExternalStore(subscribeToNothing, localTimeZone, () => "UTC");
	if (!log) return <p className={`${LOG} text-ink-soft`}>Loading…</p>;
	if (log.length === 0) {
		return <p className={`${LOG} text-ink-soft`}>Your history with this talk begins with your first mark.</p>;
	}
	return (
		<details className={LOG}>
			{/* On a phone without all of the words, so that the date can be read; two lines have the room of one. */}
			<summary className="max-sm:min-h-11 max-sm:leading-5.5">
				Your history<span className="max-sm:hidden"> with this talk</span>{" "}
				<span className="text-ink-soft">· {formatLogSummary(log, timeZone)}</span>
			</summary>
			<ol className="mt-1 mb-3 border-s-2 border-line ps-4 leading-normal">
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

const BUTTONS = "flex flex-wrap items-center gap-x-4 gap-y-2";

type LogEntryItemProps = {
	entry: LogEntry;
	/** All of the talk's, the earliest first. */
	log: readonly LogEntry[];
	timeZone: string;
	/** Both answer what is wrong, or nothing. */
	onCorrect: (day: string | null) => Promise<string>;
	onRemove: () => Promise<string>;
};

/** An entry of the history in words, its date to be corrected, and itself to be removed. */
function LogEntryItem({ entry, log, timeZone, onCorrect, onRemove }: LogEntryItemProps) {
	"use memo";
	const [doing, setDoing] = useState<"correct" | "remove" | null>(null);
	const [problem, setProblem] = useState("");
	const [isSending, setIsSending] = useState(false);
	const item = useRef<HTMLLIElement>(null);
	const description = `${formatStep(entry)}, ${formatEntryDate(entry, timeZone)}`;
	const before = log.at(-1) === entry ? markWithout(log, entry.id) : undefined;

	async function send(work: () => Promise<string>) {
		setIsSending(true);
		const errorMessage = await work();
		setIsSending(false);
		setProblem(errorMessage);
		if (errorMessage === "") end();
	}

	function end() {
		setDoing(null);
		setProblem("");
		// To where this began, which is there again with the next frame.
		requestAnimationFrame(() => item.current?.querySelector("button")?.focus());
	}

	return (
		<li ref={item} className="py-2">
			<p>
				{description}
				{entry.correctedDay && <span className="text-ink-soft"> ({formatOriginalDate(entry, timeZone)})</span>}
			</p>
			{doing === null && (
				<div className={BUTTONS}>
					<button
						className="link min-h-11 text-[0.875rem]"
						type="button"
						aria-label={`Correct the date: ${description}`}
						onClick={() => setDoing("correct")}
					>
						Correct the date
					</button>
					<button
						className="link min-h-11 text-[0.875rem]"
						type="button"
						aria-label={`Remove: ${description}`}
						onClick={() => setDoing("remove")}
					>
						Remove
					</button>
				</div>
			)}
			{doing === "correct" && (
				<form
					className={BUTTONS}
					onSubmit={(event) => {
						event.preventDefault();
						const day = new FormData(event.currentTarget).get("day");
						void send(() => onCorrect(String(day)));
					}}
				>
					<label>
						<span className="mr-2">It was on</span>
						<input
							className="field w-auto"
							name="day"
							type="date"
							defaultValue={dayOfEntry(entry, timeZone)}
							max={formatIsoDate(new Date(), timeZone)}
							ref={(field) => field?.focus()}
							required
						/>
					</label>
					<button className="button-primary" type="submit" disabled={isSending}>
						Save
					</button>
					{entry.correctedDay && (
						<button
							className="button"
							type="button"
							disabled={isSending}
							onClick={() => void send(() => onCorrect(null))}
						>
							As it was pressed
						</button>
					)}
					<button className="button" type="button" onClick={end}>
						Cancel
					</button>
				</form>
			)}
			{doing === "remove" && (
				<div className={BUTTONS}>
					<p>
						Remove this entry?
						{before !== undefined && ` Your mark becomes: ${before ? MARK_LABELS[before] : "none"}.`}
					</p>
					<button className="button" type="button" disabled={isSending} onClick={() => void send(onRemove)}>
						Remove it
					</button>
					<button className="button" type="button" ref={(button) => button?.focus()} onClick={end}>
						Keep it
					</button>
				</div>
			)}
			{problem && (
				<p role="alert" className="text-sm text-problem">
					{problem}
				</p>
			)}
		</li>
	);
}
