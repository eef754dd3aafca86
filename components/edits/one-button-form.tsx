"use client";

import { useActionState } from "react";
import type { EditState } from "@/lib/actions/edit-schedule";
import { FormMessage, Hidden } from "./form-parts";

type Props = {
	action: (before: EditState<never>, form: FormData) => Promise<EditState<never>>;
	/** What it sends. */
	values: Readonly<Record<string, string>>;
	button: string;
	/** What it does. */
	about: string;
};

/** One thing to do, and what came of it. */
export function OneButtonForm({ action, values, button, about }: Props) {
	const [state, send, isSending] = useActionState<EditState<never>, FormData>(action, {});
	return (
		<form action={send} className="mt-6 grid max-w-3xl justify-items-start gap-2">
			<Hidden values={values} />
			<p className="text-sm text-ink-soft">{about}</p>
			<FormMessage state={state} />
			<button className="button" type="submit" disabled={isSending}>
				{button}
			</button>
		</form>
	);
}
