"use client";

import { useState } from "react";
import { clearLocalData } from "@/components/accounts/clear-local-data";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { errorMessageOf, sendJson } from "@/components/visitor/api-client";
import type { Owner } from "@/components/visitor/owner";
import * as paths from "@/lib/urls/paths";

type Props = {
	/** What there is, in parts: "12 marks". */
	has: readonly string[];
	owner: Owner;
	isAdministrator: boolean;
};

const list = new Intl.ListFormat("en");

/** Deletes everything of the visitor's, once it was asked. */
export function DeleteAll({ has, owner, isAdministrator }: Props) {
	const [isConfirming, setIsConfirming] = useState(false);
	const [isBusy, setBusy] = useState(false);
	const [problem, setProblem] = useState("");

	const remove = async () => {
		setBusy(true);
		const response = await sendJson("/api/visitor", "DELETE", {});
		// Somebody who is not here any more has nothing here either.
		if (response?.status !== 200 && response?.status !== 404) {
			setBusy(false);
			setProblem(response ? errorMessageOf(response) : "The server does not answer. Nothing was deleted.");
			return;
		}
		clearLocalData(owner);
		// A new document, so that nothing of the visitor stays in memory either.
		window.location.assign("/");
	};

	return (
		<>
			<button className="button" type="button" onClick={() => setIsConfirming(true)}>
				Delete all of my data
			</button>
			<ConfirmDialog
				title="Delete all of your data?"
				isOpen={isConfirming}
				confirmLabel={isBusy ? "Deleting …" : "Delete everything"}
				cancelLabel="Keep my data"
				isBusy={isBusy}
				problem={problem}
				onConfirm={() => void remove()}
				onCancel={() => setIsConfirming(false)}
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
					<a className="link" href={paths.accountBackup()} download>
						Download a backup first
					</a>
				</p>
			</ConfirmDialog>
		</>
	);
}
