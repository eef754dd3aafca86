"use client";

import { useActionState } from "react";
import type { FormState } from "@/lib/actions/accounts";

type AccountField = {
	readonly name: string;
	readonly label: string;
	readonly type: "text" | "email" | "password";
	readonly autoComplete: string;
	readonly hint?: string;
};

type Props = {
	action: (before: FormState, form: FormData) => Promise<FormState>;
	fields: readonly AccountField[];
	submit: string;
};

/** Sign-up and sign-in: works without script, and keeps what was typed when something is wrong. */
export function AccountForm({ action, fields, submit }: Props) {
	const [state, send, isSending] = useActionState(action, {});
	return (
		<form action={send} className="card grid max-w-md gap-4 p-6" noValidate>
			{state.message && (
				<p role="alert" className="text-problem">
					{state.message}
				</p>
			)}
			{fields.map((field) => {
				const problem = state.errors?.[field.name]?.[0];
				const aboutId = `${field.name}-about`;
				const about = problem ?? field.hint;
				return (
					<div key={field.name}>
						<label htmlFor={field.name}>{field.label}</label>
						<input
							id={field.name}
							className="field mt-1"
							name={field.name}
							type={field.type}
							autoComplete={field.autoComplete}
							defaultValue={state.values?.[field.name]}
							aria-invalid={problem ? true : undefined}
							aria-describedby={about ? aboutId : undefined}
							required
						/>
						{about && (
							<p id={aboutId} className={problem ? "mt-1 text-sm text-problem" : "mt-1 text-sm text-ink-soft"}>
								{about}
							</p>
						)}
					</div>
				);
			})}
			<button className="button-primary" type="submit" disabled={isSending}>
				{submit}
			</button>
		</form>
	);
}
