"use client";

import { useActionState } from "react";
import { type EditState, saveConference } from "@/lib/actions/edit-schedule";
import type { PlainValues } from "@/lib/schedule/edits/form-values";
import type { OriginalValues } from "@/lib/schedule/edits/original-values";
import { TextField } from "./field";
import { DefaultSubmit, FormMessage, Hidden } from "./form-parts";
import { useFocusFirstProblem } from "./use-focus-first-problem";

type Props = {
	/** The slug; none of a new one. */
	conference?: string;
	opened?: string;
	values: PlainValues;
	importedValues?: OriginalValues;
	timeZones: readonly string[];
};

/** All that can be edited of a conference. */
export function ConferenceForm({
	conference = "",
	opened = "",
	values: initialValues,
	importedValues = {},
	timeZones,
}: Props) {
	const [state, send, isSending] = useActionState<EditState<PlainValues>, FormData>(saveConference, {});
	const form = useFocusFirstProblem(state);
	const values = state.values ?? initialValues;
	const fieldProps = (name: string) => ({
		name,
		defaultValue: values[name],
		problem: state.errors?.[name],
		told: importedValues[name],
		takes: name,
		now: state.hasConflict && values[name] !== initialValues[name] ? initialValues[name] : undefined,
	});
	return (
		<form ref={form} action={send} className="card grid max-w-3xl gap-4 p-5 sm:grid-cols-2 sm:p-6" noValidate>
			<DefaultSubmit />
			<Hidden values={{ conference, opened: state.opened ?? opened }} />
			<div className="sm:col-span-2 empty:hidden">
				<FormMessage state={state} />
			</div>
			<TextField {...fieldProps("title")} label="Title" required className="sm:col-span-2" />
			<TextField {...fieldProps("subtitle")} label="Subtitle" className="sm:col-span-2" />
			<TextField {...fieldProps("startDate")} label="First day" type="date" required />
			<TextField {...fieldProps("endDate")} label="Last day" type="date" required />
			<TextField
				{...fieldProps("timeZone")}
				label="Time zone"
				list="time-zones"
				required
				hint="Times of talks are by its clocks."
			/>
			<datalist id="time-zones">
				{timeZones.map((zone) => (
					<option key={zone} value={zone} />
				))}
			</datalist>
			<TextField
				{...fieldProps("dayChange")}
				label="A day begins at"
				type="time"
				required
				hint="A talk before that belongs to the day before: 00:00 where none runs past midnight."
			/>
			<TextField {...fieldProps("venue")} label="Venue" />
			<TextField {...fieldProps("city")} label="City" />
			<TextField {...fieldProps("url")} label="Web page" type="url" inputMode="url" className="sm:col-span-2" />
			<div className="sm:col-span-2">
				<button className="button-primary" type="submit" disabled={isSending}>
					{conference ? "Save" : "Create conference"}
				</button>
			</div>
		</form>
	);
}
