import { useRef } from "react";
import type { ConflictChoice } from "@/lib/notes/reconcile";
import { formatTime } from "@/lib/talks/format";
import { ConflictChoices } from "./conflict-choices";
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
