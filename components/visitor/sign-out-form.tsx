"use client";

import { useState } from "react";
import { dropAllKeptDrafts, talksWithKeptDraft } from "@/components/notes/draft-storage";
import { type Owner, passesOn, rememberOwner } from "@/components/notes/owner";
import { dropWaitingSkips } from "@/components/triage/skip-storage";
import { dropKeptPlaces } from "@/components/watch/kept-place";
import { sendJson } from "./sending";
import { countWaiting, currentVisitor, forgetVisitor } from "./visitor-store";

/** Signs out, and leaves nothing of the visitor in this browser. */
export function SignOutForm() {
	const [problem, setProblem] = useState<string>();

	async function leave() {
		const owner = currentVisitor() ?? undefined;
		// What somebody else keeps here, whose session ended, is theirs and stays.
		const isOwn = (other: Owner | undefined) => passesOn(other) || other?.id === owner?.id;
		const unsent = countWaiting() + talksWithKeptDraft(isOwn).length;
		if (unsent > 0 && !window.confirm("Some marks or notes are not saved yet and would be lost. Sign out?")) return;
		// Not an action: the page would be made anew before this goes on, and it sends away whoever is not signed in.
		const answer = await sendJson("/api/auth/sign-out", "POST", {});
		if (answer?.status !== 200) {
			setProblem("The server does not answer. You are still signed in.");
			return;
		}
		forgetVisitor();
		dropWaitingSkips();
		dropAllKeptDrafts(owner);
		dropKeptPlaces();
		rememberOwner(undefined);
		// A new document, so that nothing of the visitor stays in memory either.
		window.location.assign("/");
	}

	return (
		<form action={leave}>
			<button className="button" type="submit">
				Sign out
			</button>
			{problem && (
				<p role="alert" className="mt-2 text-problem">
					{problem}
				</p>
			)}
		</form>
	);
}
