import type { EditableTalkField } from "@/lib/schedule/edits/scheduled-values";
import type { Talk } from "@/lib/talks/types";
import { formatNames } from "@/lib/text/format";
import { EditLink } from "./edit-link";

type Props = { talk: Pick<Talk, "isByHand" | "edited">; editPath: string };

/** What of a talk did not come from the schedule, and for those who may, the way to change that. */
export function ManualEdits({ talk, editPath }: Props) {
	return (
		<>
			{talk.isByHand && <p className="text-sm text-ink-soft">Added by hand.</p>}
			{talk.edited.length > 0 && (
				<p className="text-sm text-ink-soft">
					Changed by hand: {formatNames(talk.edited.map((field) => FIELD_LABELS[field]))}.
				</p>
			)}
			<p className="empty:hidden">
				<EditLink href={editPath} what="talk" />
			</p>
		</>
	);
}

/** What people call the fields of a talk. */
const FIELD_LABELS: Readonly<Record<EditableTalkField, string>> = {
	title: "title",
	subtitle: "subtitle",
	type: "type",
	language: "language",
	day: "day",
	start: "start",
	duration: "length",
	track: "track",
	room: "room",
	url: "talk page",
	isCancelled: "cancelled",
	abstract: "abstract",
	description: "description",
	speakers: "speakers",
	links: "links",
};
