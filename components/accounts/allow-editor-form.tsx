"use client";

import { useActionState } from "react";
import type { EditorFormState } from "@/lib/actions/editors";

type Props = { action: (before: EditorFormState, form: FormData) => Promise<EditorFormState> };

/** Lets somebody edit; works without script. */
export function AllowEditorForm({ action }: Props) {
	const [{ done, problem, email }, send, isSending] = useActionState(action, {});
	return (
		<form action={send} className="card max-w-xl p-5" noValidate>
			<label htmlFor="email">Email address of an account</label>
			<div className="mt-1 flex flex-wrap gap-2">
				<input
					id="email"
					className="field min-w-48 flex-1"
					name="email"
					type="email"
					// Somebody else's, not the administrator's own.
					autoComplete="off"
					defaultValue={email}
					aria-invalid={problem ? true : undefined}
					aria-describedby="email-about"
					required
				/>
				<button className="button-primary" type="submit" disabled={isSending}>
					Add editor
				</button>
			</div>
			<p id="email-about" role="status" className={problem ? "mt-2 text-problem" : "mt-2 text-ink-soft"}>
				{problem ?? done ?? "They sign up first; then they may import and edit schedules here."}
			</p>
		</form>
	);
}
