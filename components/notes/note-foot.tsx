"use client";

import { History, Keyboard } from "lucide";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { Draft } from "./draft";

// Fetched by those who ask.
const NoteHistory = lazy(() => import("./note-history"));
const NoteKeys = lazy(() => import("./note-keys"));

type NoteFootProps = {
	talkId: number;
	draft: Draft;
	isReadOnly: boolean;
	onRestore: (content: Draft) => void;
	/** Whether the note is safe. */
	children: ReactNode;
};

/** What stands below a note: whether it is safe, what it was, and the keys that write it. */
export function NoteFoot({ talkId, draft, isReadOnly, onRestore, children }: NoteFootProps) {
	const [open, setOpen] = useState<"history" | "keys" | null>(null);
	return (
		<div className="note-foot">
			{children}
			<div>
				<button className="note-more" type="button" disabled={isReadOnly} onClick={() => setOpen("history")}>
					<Icon icon={History} /> History
				</button>
				<button
					className="note-more"
					type="button"
					aria-expanded={open === "keys"}
					onClick={() => setOpen(open === "keys" ? null : "keys")}
				>
					<Icon icon={Keyboard} /> Keys
				</button>
			</div>
			<Suspense>
				{open === "keys" && <NoteKeys />}
				{open === "history" && (
					<NoteHistory talkId={talkId} draft={draft} onRestore={onRestore} onClosed={() => setOpen(null)} />
				)}
			</Suspense>
		</div>
	);
}
