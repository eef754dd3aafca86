import type { NoteCounts } from "@/lib/notes/overview/types";
import { formatAmount } from "@/lib/text/format-amount";

type Props = { counts: NoteCounts; isGuest: boolean };

/** How much the visitor wrote, and for a guest how to keep it. */
export function NotesCounts({ counts, isGuest }: Props) {
	const others = [
		formatAmount(counts.takeaways, "takeaway", "takeaways"),
		formatAmount(counts.words, "word", "words"),
		formatAmount(counts.conferences, "conference", "conferences"),
	];
	return (
		<div className="mt-1 grid gap-1 text-ink-soft">
			{counts.notes > 0 && (
				<p>
					<b className="text-lg font-semibold text-ink">{formatAmount(counts.notes, "note", "notes")}</b>,{" "}
					{others.join(", ")}
				</p>
			)}
			{isGuest && (
				<p>
					You are a guest on this device.{" "}
					<a className="link" href="/account/sign-up">
						Sign up
					</a>{" "}
					to find your notes everywhere.
				</p>
			)}
		</div>
	);
}
