import { useRef } from "react";
import type { Conflict, ConflictChoice } from "@/lib/notes/reconcile";
import type { Takeaway } from "@/lib/notes/types";
import { formatTime } from "@/lib/text/format";
import { formatClock } from "@/lib/time/clock";
import type { SaveState } from "./save-state";

type Props = { state: SaveState; onResolve: (key: string, choice: ConflictChoice) => void };

/** Whether what was typed is safe, and what to do where it is not. */
export function NoteStatus({ state, onResolve }: Props) {
	const container = useRef<HTMLDivElement>(null);
	const message = formatSaveState(state);
	const hasProblem = isProblem(state);
	return (
		<div ref={container} tabIndex={-1}>
			{/* Seen with every pause; heard, below, only where something is wrong, and once it is well again. */}
			<p role="status" aria-live="off" className={hasProblem ? "min-h-6 text-problem" : "min-h-6 text-ink-soft"}>
				{message}
				{state.kind === "ended" && (
					<>
						{" "}
						<a className="link" href="/account/sign-in">
							Sign in
						</a>
					</>
				)}
			</p>
			<p className="sr-only" aria-live="polite">
				{hasProblem ? message : ""}
			</p>
			{state.kind === "conflict" && (
				<ConflictChoices
					conflicts={state.conflicts}
					onResolve={(key, choice) => {
						onResolve(key, choice);
						// The button goes with what it decided.
						container.current?.focus();
					}}
				/>
			)}
		</div>
	);
}

function isProblem({ kind }: SaveState): boolean {
	return kind === "waiting" || kind === "refused" || kind === "conflict" || kind === "ended";
}

function formatSaveState(state: SaveState): string {
	switch (state.kind) {
		case "loading":
			return "Loading…";
		case "idle":
			return state.isOthersKept
				? "Saved as you type. Another account's text on this talk waits here until they sign in."
				: "Saved as you type.";
		case "saving":
			return "Saving…";
		case "saved":
			return `Saved ${formatTime(new Date(state.at), Intl.DateTimeFormat().resolvedOptions().timeZone)}`;
		case "waiting":
			return state.reason;
		case "refused":
			return `Not saved: ${state.reason}`;
		case "conflict":
			return state.conflicts.length === 1
				? "One place was changed elsewhere too. What you write is kept on this device until you choose."
				: `${state.conflicts.length} places were changed elsewhere too. What you write is kept on this device until you choose.`;
		case "ended":
			return "Your session has ended. What you write is kept on this device.";
	}
}

type ConflictChoicesProps = {
	conflicts: readonly Conflict[];
	onResolve: (key: string, choice: ConflictChoice) => void;
};

/** The places that were changed here and elsewhere, each with both versions to choose from. */
function ConflictChoices({ conflicts, onResolve }: ConflictChoicesProps) {
	"use memo";
	return (
		<ul className="mt-2 grid gap-3" aria-label="Changed in both places">
			{conflicts.map((conflict) => (
				<li key={conflict.key} className="grid gap-3 rounded-lg border border-line p-3">
					<p className="text-sm text-ink-soft">{conflict.kind === "takeaway" ? "A takeaway" : "A part of the notes"}</p>
					<div className="grid gap-3 sm:grid-cols-2">
						<Version name="Written here" version={conflict.mine} />
						<Version name="Written elsewhere" version={conflict.theirs} />
					</div>
					<div className="flex flex-wrap gap-2">
						<button className="button" type="button" onClick={() => onResolve(conflict.key, "mine")}>
							Keep mine
						</button>
						<button className="button" type="button" onClick={() => onResolve(conflict.key, "theirs")}>
							Take theirs
						</button>
						{!isRemoved(conflict.mine) && !isRemoved(conflict.theirs) && (
							<button className="button" type="button" onClick={() => onResolve(conflict.key, "both")}>
								Keep both
							</button>
						)}
					</div>
				</li>
			))}
		</ul>
	);
}

type VersionProps = { name: string; version: string | Takeaway | null };

function Version({ name, version }: VersionProps) {
	return (
		<figure aria-label={name} className="min-w-0 rounded-lg bg-sunken p-3 text-sm">
			<figcaption className="font-bold">{name}</figcaption>
			{isRemoved(version) ? (
				<p className="mt-1 text-ink-soft">Removed.</p>
			) : (
				<p className="mt-1 max-h-60 overflow-y-auto break-words whitespace-pre-wrap">{formatVersion(version)}</p>
			)}
		</figure>
	);
}

function isRemoved(version: string | Takeaway | null): version is null | "" {
	return version === null || version === "";
}

function formatVersion(version: string | Takeaway): string {
	if (typeof version === "string") return version;
	return version.time === undefined ? version.text : `${formatClock(version.time)} ${version.text}`;
}
