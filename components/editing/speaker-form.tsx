"use client";

import { useActionState } from "react";
import { type EditState, saveSpeaker } from "@/lib/schedule/edits/actions";
import type { PlainValues } from "@/lib/schedule/edits/form-values";
import type { Told } from "@/lib/schedule/edits/told";
import { MarkdownField, TextField } from "./field";
import { DefaultSubmit, FormMessage, Hidden } from "./form-parts";
import { useFirstProblem } from "./use-first-problem";

type Props = {
	conference: string;
	/** The slug; none of a new one. */
	speaker?: string;
	opened?: string;
	values: PlainValues;
	told?: Told;
};

/** All that can be edited of a speaker. */
export function SpeakerForm({ conference, speaker = "", opened = "", values: shown, told = {} }: Props) {
	const [state, send, isSending] = useActionState<EditState<PlainValues>, FormData>(saveSpeaker, {});
	const form = useFirstProblem(state);
	const values = state.values ?? shown;
	const of = (name: string) => ({
		name,
		defaultValue: values[name] ?? "",
		problem: state.errors?.[name],
		told: told[name],
		takes: name,
		now: state.isMeanwhile && values[name] !== shown[name] ? shown[name] : undefined,
	});
	return (
		<form ref={form} action={send} className="card grid max-w-3xl gap-4 p-5 sm:p-6" noValidate>
			<DefaultSubmit />
			<Hidden values={{ conference, speaker, opened: state.opened ?? opened }} />
			<FormMessage state={state} />
			<TextField {...of("name")} label="Name" required />
			<MarkdownField {...of("biography")} label="Biography" rows={speaker ? 8 : 4} />
			<div>
				<button className="button-primary" type="submit" disabled={isSending}>
					{speaker ? "Save" : "Add speaker"}
				</button>
			</div>
		</form>
	);
}
