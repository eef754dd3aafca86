"use client";

import { useActionState } from "react";
import { type EditState, saveTalk } from "@/lib/actions/edit-schedule";
import type { TalkValues } from "@/lib/schedule/edits/form-values";
import type { OriginalValues } from "@/lib/schedule/edits/original-values";
import type { TalkChoices } from "@/lib/schedule/edits/queries";
import type { EditableTalkField } from "@/lib/schedule/edits/scheduled-values";
import { ChoiceField, type FieldNotes, FieldNotesView, MarkdownField, TextField } from "./field";
import { DefaultSubmit, FormMessage, Hidden } from "./form-parts";
import { LinkFields } from "./link-fields";
import { SpeakerFields } from "./speaker-fields";
import { useFocusFirstProblem } from "./use-focus-first-problem";

type Props = {
	conference: string;
	/** The slug; none of a new one. */
	talk?: string;
	opened?: string;
	values: TalkValues;
	importedValues?: OriginalValues<EditableTalkField>;
	choices: TalkChoices;
	/** The conference's first and last day. */
	days: { readonly first: string; readonly last: string };
};

type PlainField = Exclude<keyof TalkValues, "speakers" | "links" | "isCancelled">;

/** All that can be edited of a talk. */
export function TalkForm({
	conference,
	talk = "",
	opened = "",
	values: initialValues,
	importedValues = {},
	choices,
	days,
}: Props) {
	const [state, send, isSending] = useActionState<EditState<TalkValues>, FormData>(saveTalk, {});
	const form = useFocusFirstProblem(state);
	const values = state.values ?? initialValues;
	const about = (name: keyof TalkValues): FieldNotes => {
		const field: EditableTalkField = name === "time" ? "start" : name;
		const isOther = state.hasConflict && JSON.stringify(values[name]) !== JSON.stringify(initialValues[name]);
		return {
			problem: problemOf(state.errors, name),
			told: importedValues[field],
			takes: field,
			now: isOther ? formatValue(initialValues, name) : undefined,
		};
	};
	const fieldProps = (name: PlainField) => ({ name, defaultValue: values[name], ...about(name) });
	return (
		<form ref={form} action={send} className="card grid max-w-3xl gap-4 p-5 sm:grid-cols-6 sm:p-6" noValidate>
			<DefaultSubmit />
			<Hidden values={{ conference, talk, opened: state.opened ?? opened }} />
			<div className="col-span-full empty:hidden">
				<FormMessage state={state} />
			</div>
			<TextField {...fieldProps("title")} label="Title" required className="col-span-full" />
			<TextField {...fieldProps("subtitle")} label="Subtitle" className="col-span-full" />
			<TextField
				{...fieldProps("day")}
				label="Day"
				type="date"
				required
				min={days.first}
				max={days.last}
				className="sm:col-span-2"
			/>
			<TextField {...fieldProps("time")} label="Start" type="time" required className="sm:col-span-2" />
			<TextField
				{...fieldProps("duration")}
				label="Length in minutes"
				inputMode="numeric"
				required
				className="sm:col-span-2"
			/>
			<div className="col-span-full grid gap-4 sm:grid-cols-2">
				<ChoiceField
					{...about("track")}
					name="track"
					label="Track"
					chosen={values.track}
					options={choices.tracks}
					none="No track"
				/>
				<ChoiceField
					{...about("room")}
					name="room"
					label="Room"
					chosen={values.room}
					options={choices.rooms}
					none="No room"
				/>
				<TextField {...fieldProps("type")} label="Type" list="types" hint="Such as keynote or workshop." />
				<TextField {...fieldProps("language")} label="Language" hint="Its code, such as en." />
			</div>
			<datalist id="types">
				{choices.types.map((type) => (
					<option key={type} value={type} />
				))}
			</datalist>
			<SpeakerFields speakers={values.speakers} known={choices.speakers} about={about("speakers")} />
			<MarkdownField {...fieldProps("abstract")} label="Abstract" rows={8} className="col-span-full" />
			<MarkdownField {...fieldProps("description")} label="Description" rows={5} className="col-span-full" />
			<TextField {...fieldProps("url")} label="Talk page" type="url" inputMode="url" className="col-span-full" />
			<LinkFields links={values.links} errors={state.errors} about={about("links")} />
			<div className="col-span-full">
				<label className="inline-flex min-h-11 items-center gap-2">
					<input
						key={String(values.isCancelled)}
						type="checkbox"
						name="isCancelled"
						value="1"
						defaultChecked={values.isCancelled}
						className="size-5 accent-accent"
						aria-describedby="edit-isCancelled-about"
					/>
					Cancelled: it does not take place
				</label>
				<FieldNotesView id="edit-isCancelled" label="Cancelled" {...about("isCancelled")} />
			</div>
			<div className="col-span-full">
				<button className="button-primary" type="submit" disabled={isSending}>
					{talk ? "Save" : "Add talk"}
				</button>
			</div>
		</form>
	);
}

/** Of a list the first problem that has no field of its own. */
function problemOf(errors: EditState<unknown>["errors"], name: string): string | undefined {
	if (name !== "speakers") return errors?.[name];
	return Object.entries(errors ?? {}).find(([path]) => path.split(".")[0] === name)?.[1];
}

function formatValue(values: TalkValues, name: keyof TalkValues): string {
	if (name === "speakers") return values.speakers.join(", ");
	if (name === "links") return values.links.map(({ url }) => url).join(" ");
	if (name === "isCancelled") return values.isCancelled ? "cancelled" : "not cancelled";
	return values[name];
}
