"use client";

import { useActionState } from "react";
import { type EditState, saveTrackOrRoom } from "@/lib/actions/edit-schedule";
import type { PlainValues } from "@/lib/schedule/edits/form-values";
import type { TrackOrRoomToEdit } from "@/lib/schedule/edits/queries";
import type { TrackOrRoomKind } from "@/lib/schedule/edits/track-room-mutations";
import { formatTalkCount } from "@/lib/text/format-amount";
import { FormMessage, Hidden } from "./form-parts";

type Props = { conference: string; kind: TrackOrRoomKind };

/** A track or room with its name to change, and what else can be done with it. */
export function TrackOrRoomForm({ conference, kind, item }: Props & { item: TrackOrRoomToEdit }) {
	const [state, send, isSending] = useActionState<EditState<PlainValues>, FormData>(saveTrackOrRoom, {});
	const id = `${kind}-${item.id}`;
	const problem = state.errors?.name;
	return (
		<form action={send} className="grid gap-1 border-t border-line py-3 first:border-t-0">
			<Hidden values={{ conference, kind, id: String(item.id), opened: item.name }} />
			<div className="flex flex-wrap items-center gap-2">
				<label className="sr-only" htmlFor={id}>
					Name of the {kind} {item.name}
				</label>
				<input
					id={id}
					className="field min-w-40 flex-1"
					name="name"
					autoComplete="off"
					defaultValue={state.values?.name ?? item.name}
					aria-invalid={problem ? true : undefined}
					aria-describedby={`${id}-about`}
				/>
				<button
					className="button"
					type="submit"
					name="do"
					value="rename"
					disabled={isSending}
					aria-label={`Rename ${item.name}`}
				>
					Rename
				</button>
				{item.isByHand && (
					<button
						className="button"
						type="submit"
						name="do"
						value="remove"
						disabled={isSending}
						aria-label={`Remove ${item.name}`}
					>
						Remove
					</button>
				)}
			</div>
			<div id={`${id}-about`} className="grid gap-1 text-sm text-ink-soft">
				{problem ? <p className="text-problem">{problem}</p> : <FormMessage state={state} />}
				<p>
					{formatTalkCount(item.talkCount)}
					{item.isByHand && " · added by hand"}
				</p>
				{item.original !== null && (
					<p className="flex flex-wrap items-baseline gap-x-3 border-l-2 border-accent pl-3">
						Renamed by hand. The schedule says: {item.original}
						<button
							type="submit"
							className="link min-h-9"
							name="do"
							value="take-back"
							aria-label={`Take back: ${item.name}`}
						>
							Take back
						</button>
					</p>
				)}
			</div>
		</form>
	);
}

/** A new track or room. */
export function NewTrackOrRoomForm({ conference, kind }: Props) {
	const [state, send, isSending] = useActionState<EditState<PlainValues>, FormData>(saveTrackOrRoom, {});
	const problem = state.errors?.name;
	return (
		<form action={send} className="card mb-6 grid max-w-3xl gap-1 p-5" noValidate>
			<Hidden values={{ conference, kind, do: "add" }} />
			<label htmlFor="new-place">Name of the new {kind}</label>
			<div className="flex flex-wrap gap-2">
				<input
					id="new-place"
					className="field min-w-40 flex-1"
					name="name"
					autoComplete="off"
					defaultValue={state.values?.name}
					aria-invalid={problem ? true : undefined}
					aria-describedby="new-place-about"
					required
				/>
				<button className="button-primary" type="submit" disabled={isSending}>
					Add {kind}
				</button>
			</div>
			<div id="new-place-about" className="text-sm">
				{problem ? <p className="text-problem">{problem}</p> : <FormMessage state={state} />}
			</div>
		</form>
	);
}
