import { formatNames } from "@/lib/talks/format";
import type { Talk } from "@/lib/talks/types";
import { EditLink } from "./edit-link";
import { FIELD_LABELS } from "./field-words";

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
