import type { PlaceKind } from "@/lib/schedule/edits/place-mutations";
import type { ConferenceToEdit, PlaceToEdit } from "@/lib/schedule/edits/queries";
import { EditHead } from "./edit-head";
import { NewPlaceForm, PlaceForm } from "./place-forms";

type Props = { conference: ConferenceToEdit; kind: PlaceKind; places: readonly PlaceToEdit[] };

/** All tracks or rooms of a conference, to rename, add or remove. */
export function PlacesToEdit({ conference: { slug, input }, kind, places }: Props) {
	return (
		<>
			<EditHead conference={slug} title={input.title} current={`${kind}s`} />
			{/* A form whose row changed is a new form. */}
			<NewPlaceForm key={places.length} conference={slug} kind={kind} />
			{places.length > 0 && (
				<div className="card max-w-3xl px-5 py-2">
					{places.map((place) => (
						<PlaceForm key={`${place.id} ${place.name} ${place.told}`} conference={slug} kind={kind} place={place} />
					))}
				</div>
			)}
		</>
	);
}
