"use client";

import { dropAllKeptDrafts } from "@/components/notes/draft-storage";
import { signOut } from "@/lib/accounts/actions";
import { forgetVisitor } from "./visitor-store";

/** Signs out, and leaves nothing of the visitor in this browser. */
export function SignOutForm() {
	function leave() {
		forgetVisitor();
		dropAllKeptDrafts();
		return signOut();
	}
	return (
		<form action={leave}>
			<button className="button" type="submit">
				Sign out
			</button>
		</form>
	);
}
