"use client";

import { useState } from "react";
import { errorMessageOf, isWorthRetrying, sendJson } from "@/components/visitor/api-client";
import * as paths from "@/lib/urls/paths";
import { removeWriteUpDrafts } from "./write-up-drafts";

/** Deletes a write-up, once it was asked. */
export function DeleteWriteUp({ id, isPublished }: { id: string; isPublished: boolean }) {
	const [problem, setProblem] = useState("");
	const remove = async () => {
		const response = await sendJson(`/api/writeups/${id}`, "DELETE", {});
		if (isWorthRetrying(response)) setProblem("The server does not answer. Try again in a moment.");
		else if (response.status >= 300) setProblem(errorMessageOf(response));
		else {
			removeWriteUpDrafts(id);
			window.location.assign(paths.writeUps());
		}
	};
	return (
		<details className="card mt-10 max-w-xl px-4">
			<summary className="py-2.5 font-medium hover:text-accent">Delete this write-up</summary>
			<div className="grid justify-items-start gap-3 pb-4">
				<p className="text-ink-soft">
					Its text is gone for good{isPublished ? ", and its page is taken down" : ""}. Your notes and marks stay as
					they are.
				</p>
				<button className="button" type="button" onClick={() => void remove()}>
					Delete it
				</button>
				<p role="alert" className="text-problem">
					{problem}
				</p>
			</div>
		</details>
	);
}
