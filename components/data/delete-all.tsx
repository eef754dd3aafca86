"use client";

import { useState } from "react";
import type { Owner } from "@/components/notes/owner";
import { Question } from "@/components/ui/question";
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
	const [isAsking, setIsAsking] = useState(false);
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
			<button className="button" type="button" onClick={() => setIsAsking(true)}>
				Delete all of my data
			</button>
			<Question
				title="Delete all of your data?"
				isOpen={isAsking}
				yes={isBusy ? "Deleting …" : "Delete everything"}
				no="Keep my data"
				isBusy={isBusy}
				problem={problem}
				onYes={() => void remove()}
				onNo={() => setIsAsking(false)}
			>
				<p>
					{has.length > 0 ? `${list.format(has)}: gone` : "Gone"} at once and for good
					{owner.isGuest ? "." : ", and your account with it."}
				</p>
				{isAdministrator && (
					<p>
						You administer this installation. Whoever of the others signed up first does, once they sign in again; where
						there are no others, whoever signs up first.
					</p>
				)}
				<p>
					<a className="link" href={paths.ownBackup()} download>
						Download a backup first
					</a>
				</p>
			</Question>
		</>
	);
}
