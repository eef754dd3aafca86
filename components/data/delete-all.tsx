"use client";

import { useRef, useState } from "react";
import type { Owner } from "@/components/notes/owner";
import { leaveNothing } from "@/components/visitor/leave-nothing";
import { refusalOf, sendJson } from "@/components/visitor/sending";
import * as paths from "@/lib/talks/paths";

type Props = {
	/** What there is, in parts: "12 marks". */
	has: readonly string[];
	owner: Owner;
	isAdministrator: boolean;
};

const list = new Intl.ListFormat("en");

/** Deletes everything of the visitor's, once it was asked. */
export function DeleteAll({ has, owner, isAdministrator }: Props) {
	const dialog = useRef<HTMLDialogElement>(null);
	const [isBusy, setBusy] = useState(false);
	const [problem, setProblem] = useState("");

	const remove = async () => {
		setBusy(true);
		const answer = await sendJson("/api/visitor", "DELETE", {});
		// Somebody who is not here any more has nothing here either.
		if (answer?.status !== 200 && answer?.status !== 404) {
			setBusy(false);
			setProblem(answer ? refusalOf(answer) : "The server does not answer. Nothing was deleted.");
			return;
		}
		leaveNothing(owner);
		// A new document, so that nothing of the visitor stays in memory either.
		window.location.assign("/");
	};

	return (
		<>
			<button className="button" type="button" onClick={() => dialog.current?.showModal()}>
				Delete all of my data
			</button>
			<dialog
				ref={dialog}
				className="card m-auto max-w-lg p-6 text-ink backdrop:bg-black/50"
				aria-labelledby="delete-all-title"
				aria-describedby="delete-all-about"
			>
				<h2 id="delete-all-title" className="text-xl font-semibold">
					Delete all of your data?
				</h2>
				<div id="delete-all-about" className="mt-3 grid gap-2">
					<p>
						{has.length > 0 ? `${list.format(has)}: gone` : "Gone"} at once and for good
						{owner.isGuest ? "." : ", and your account with it."}
					</p>
					{isAdministrator && (
						<p>
							You administer this installation. Whoever of the others signed up first does, once they sign in again;
							where there are no others, whoever signs up first.
						</p>
					)}
				</div>
				<p className="mt-2">
					<a className="link" href={paths.ownBackup()} download>
						Download a backup first
					</a>
				</p>
				<p role="alert" className="mt-2 text-problem empty:hidden">
					{problem}
				</p>
				<div className="mt-5 flex flex-wrap gap-2">
					<button className="button" type="button" disabled={isBusy} onClick={() => void remove()}>
						{isBusy ? "Deleting …" : "Delete everything"}
					</button>
					<button className="button-primary" type="button" disabled={isBusy} onClick={() => dialog.current?.close()}>
						Keep my data
					</button>
				</div>
			</dialog>
		</>
	);
}
