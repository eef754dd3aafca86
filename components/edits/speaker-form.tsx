"use client";

import { useActionState } from "react";
import { type EditState, saveSpeaker } from "@/lib/actions/edit-schedule";
import type { PlainValues } from "@/lib/schedule/edits/form-values";
import type { OriginalValues } from "@/lib/schedule/edits/original-values";
import { MarkdownField, TextField } from "./field";
import { DefaultSubmit, FormMessage, Hidden } from "./form-parts";
import { useFocusFirstProblem } from "./use-focus-first-problem";

type Props = {
	conference: string;
	/** The slug; none of a new one. */
	speaker?: string;
	opened?: string;
	values: PlainValues;
	importedValues?: OriginalValues;
};

/** All that can be edited of a speaker. */
export function SpeakerForm({
	conference,
	speaker = "",
	opened = "",
	values: initialValues,
	importedValues = {},
}: Props) {
	const [state, send, isSending] = useActionState<EditState<PlainValues>, FormData>(saveSpeaker, {});
	const form = useFocusFirstProblem(state);
	const values = state.values ?? initialValues;
	const fieldProps = (name: string) => ({
		name,
		defaultValue: values[name] ?? "",
		problem: state.errors?.[name],
		told: importedValues[name],
		takes: name,
		now: state.hasConflict && values[name] !== initialValues[name] ? initialValues[name] : undefined,
	});
	return (
		<form ref={form} action={send} className="card grid max-w-3xl gap-4 p-5 sm:p-6" noValidate>
			<DefaultSubmit />
			<Hidden values={{ conference, speaker, opened: state.opened ?? opened }} />
			<FormMessage state={state} />
			<TextField {...fieldProps("name")} label="Name" required />
			<MarkdownField {...fieldProps("biography")} label="Biography" rows={speaker ? 8 : 4} />
			<div>
				<button className="button-primary" type="submit" disabled={isSending}>
					{speaker ? "Save" : "Add speaker"}
				</button>
			</div>
		</form>
	);
}
