import type { ConferenceToEdit, TrackOrRoomToEdit } from "@/lib/schedule/edits/queries";
import type { TrackOrRoomKind } from "@/lib/schedule/edits/track-room-mutations";
import { EditHead } from "./edit-head";
import { NewTrackOrRoomForm, TrackOrRoomForm } from "./track-or-room-forms";

type Props = { conference: ConferenceToEdit; kind: TrackOrRoomKind; items: readonly TrackOrRoomToEdit[] };

/** All tracks or rooms of a conference, to rename, add or remove. */
export function EditTracksOrRooms({ conference: { slug, input }, kind, items }: Props) {
	return (
		<>
			<EditHead conference={slug} title={input.title} current={`${kind}s`} />
			{/* A form whose row changed is a new form. */}
			<NewTrackOrRoomForm key={items.length} conference={slug} kind={kind} />
			{items.length > 0 && (
				<div className="card max-w-3xl px-5 py-2">
					{items.map((item) => (
						<TrackOrRoomForm
							key={`${item.id} ${item.name} ${item.original}`}
							conference={slug}
							kind={kind}
							item={item}
						/>
					))}
				</div>
			)}
		</>
	);
}
