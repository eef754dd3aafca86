import type { SaveState } from "./note-session";

type Props = { state: SaveState; onResolve: (choice: "mine" | "theirs") => void };

/** Whether what was typed is safe, and what to do where it is not. */
export function NoteStatus({ state, onResolve }: Props) {
	return (
		<div>
			<p role="status" className={isProblem(state) ? "min-h-6 text-problem" : "min-h-6 text-ink-soft"}>
				{wordsFor(state)}
			</p>
			{state.kind === "conflict" && (
				<div className="mt-2 grid gap-3">
					<section aria-label="The other version" className="rounded-lg bg-sunken p-3 text-sm">
						<ul className="list-disc pl-5">
							{state.theirs.takeaways.map(({ id, text }) => (
								<li key={id}>{text}</li>
							))}
						</ul>
						<p className="whitespace-pre-wrap">{state.theirs.text}</p>
					</section>
					<div className="flex flex-wrap gap-2">
						<button className="button" type="button" onClick={() => onResolve("mine")}>
							Keep what is written here
						</button>
						<button className="button" type="button" onClick={() => onResolve("theirs")}>
							Take the other version
						</button>
					</div>
				</div>
			)}
		</div>
	);
}

function isProblem(state: SaveState): boolean {
	return state.kind === "waiting" || state.kind === "refused" || state.kind === "conflict";
}

function wordsFor(state: SaveState): string {
	switch (state.kind) {
		case "loading":
			return "Loading…";
		case "idle":
			return "Saved as you type.";
		case "saving":
			return "Saving…";
		case "saved":
			return "Saved";
		case "waiting":
			return state.reason;
		case "refused":
			return `Not saved: ${state.reason}`;
		case "conflict":
			return "This note was changed elsewhere. The other version:";
	}
}
