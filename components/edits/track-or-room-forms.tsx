"use client";

import { type ComponentProps, useActionState } from "react";
import { saveRoom, saveTrack } from "@/lib/actions/edit-schedule";
import type { TrackOrRoomToEdit } from "@/lib/schedule/edits/queries";
import type { TrackOrRoomKind } from "@/lib/schedule/edits/track-room-mutations";
import { formatTalkCount } from "@/lib/text/format-amount";
import { FormMessage, Hidden, TakeBack } from "./edit-form";

type Props = { conference: string; kind: TrackOrRoomKind };

/** All tracks or rooms of a conference, to rename, add or remove. */
export function TrackOrRoomForms({ items, ...of }: Props & { items: readonly TrackOrRoomToEdit[] }) {
	return (
		<>
			{/* A form whose row changed is a new form. */}
			<NewTrackOrRoomForm key={items.length} {...of} />
			{items.length > 0 && (
				<div className="card max-w-3xl px-5 py-2">
					{items.map((item) => (
						<TrackOrRoomForm key={`${item.id} ${item.name} ${item.original}`} {...of} item={item} />
					))}
				</div>
			)}
		</>
	);
}

const useSave = (kind: TrackOrRoomKind) => useActionState(kind === "room" ? saveRoom : saveTrack, {});

/** A track or room with its name to change, and what else can be done with it. */
function TrackOrRoomForm({ conference, kind, item }: Props & { item: TrackOrRoomToEdit }) {
	const [state, send, isSending] = useSave(kind);
	const id = `${kind}-${item.id}`;
	const problem = state.errors?.name;
	return (
		<form action={send} className="grid gap-1 border-t border-line py-3 first:border-t-0">
			<Hidden values={{ conference, item: String(item.id), opened: item.name }} />
			<div className="flex flex-wrap items-center gap-2">
				<label className="sr-only" htmlFor={id}>
					Name of the {kind} {item.name}
				</label>
				<NameInput id={id} name={state.values?.name ?? item.name} problem={problem} />
				<button className="button" type="submit" disabled={isSending} aria-label={`Rename ${item.name}`}>
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
						<TakeBack name="name" label={item.name} />
					</p>
				)}
			</div>
		</form>
	);
}

/** A new track or room. */
function NewTrackOrRoomForm({ conference, kind }: Props) {
	const [state, send, isSending] = useSave(kind);
	const problem = state.errors?.name;
	return (
		<form action={send} className="card mb-6 grid max-w-3xl gap-1 p-5" noValidate>
			<Hidden values={{ conference }} />
			<label htmlFor="new-place">Name of the new {kind}</label>
			<div className="flex flex-wrap gap-2">
				<NameInput id="new-place" name={state.values?.name} problem={problem} required />
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

type NameInputProps = { id: string; name: unknown; problem: string | undefined } & Pick<
	ComponentProps<"input">,
	"required"
>;

function NameInput({ id, name, problem, ...input }: NameInputProps) {
	return (
		<input
			{...input}
			id={id}
			className="field min-w-40 flex-1"
			name="name"
			autoComplete="off"
			defaultValue={typeof name === "string" ? name : undefined}
			aria-invalid={problem ? true : undefined}
			aria-describedby={`${id}-about`}
		/>
	);
}
