"use client";

import type { Conflict, ConflictChoice } from "@/lib/notes/reconcile";
import type { Takeaway } from "@/lib/notes/types";
import { formatClock } from "@/lib/recordings/clock";

type ConflictChoicesProps = {
	conflicts: readonly Conflict[];
	onResolve: (key: string, choice: ConflictChoice) => void;
};

/** The places that were changed here and elsewhere, each with both versions to choose from. */
export function ConflictChoices({ conflicts, onResolve }: ConflictChoicesProps) {
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
