import { formatIsoDate, formatShortDay } from "@/lib/text/format";
import { formatAmount, formatTalkCount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";
import type { ListedWriteUp } from "@/lib/writeups/types";

/** Write-ups, each with what there is of it. */
export function WriteUpList({ writeUps }: { writeUps: readonly ListedWriteUp[] }) {
	return (
		<ul className="grid gap-3">
			{writeUps.map(({ id, title, sectionCount, talkCount, updatedAt, publication }) => (
				<li key={id} className="card relative grid gap-1 p-4 wrap-anywhere">
					<a
						className="text-lg font-semibold no-underline after:absolute after:inset-0 hover:underline"
						href={paths.writeUp(id)}
					>
						{title.trim() || "Untitled"}
					</a>
					<p className="text-sm text-ink-soft">
						{[
							formatAmount(sectionCount, "section", "sections"),
							formatTalkCount(talkCount),
							publication ? "Published" : "Draft",
						].join(" · ")}
						{` · changed ${formatShortDay(formatIsoDate(updatedAt, "UTC"))}`}
					</p>
				</li>
			))}
		</ul>
	);
}
