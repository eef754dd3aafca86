"use client";

import { useState } from "react";
import { confirm } from "@/components/ui/confirm";
import { sendJson } from "@/components/visitor/api-client";
import type { Owner } from "@/components/visitor/owner";
import { clearLocalData, countUnsent } from "./clear-local-data";

type Props = {
	/** Who signs out, as the page knows: the browser may not yet when the button is pressed. */
	owner: Owner;
};

const UNSENT = {
	title: "Sign out?",
	about: "Some marks, notes or write-ups are not saved yet and would be lost.",
	yes: "Sign out and lose them",
	no: "Stay",
};

/** Signs out, and leaves nothing of the visitor in this browser. */
export function SignOutForm({ owner }: Props) {
	const [problem, setProblem] = useState<string>();

	async function leave() {
		if (countUnsent(owner) > 0 && !(await confirm(UNSENT))) return;
		// Not an action: the page would be made anew before this goes on, and it sends away whoever is not signed in.
		const response = await sendJson("/api/auth/sign-out", "POST", {});
		if (response?.status !== 200) {
			setProblem("The server does not answer. You are still signed in.");
			return;
		}
		clearLocalData(owner);
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
