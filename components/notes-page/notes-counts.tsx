import type { NoteCounts } from "@/lib/notes/overview/types";
import { formatCount } from "@/lib/talks/format";

type Props = { counts: NoteCounts; isGuest: boolean };

/** How much the visitor wrote, and for a guest how to keep it. */
export function NotesCounts({ counts, isGuest }: Props) {
	const others = [
		counted(counts.takeaways, "takeaway"),
		counted(counts.words, "word"),
		counted(counts.conferences, "conference"),
	];
	return (
		<div className="mt-1 grid gap-1 text-ink-soft">
			{counts.notes > 0 && (
				<p>
					<b className="text-lg font-semibold text-ink">{counted(counts.notes, "note")}</b>, {others.join(", ")}
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

/** `1 note`, `1,079 notes`. */
export function counted(count: number, what: string): string {
	return count === 1 ? `1 ${what}` : `${formatCount(count)} ${what}s`;
}
