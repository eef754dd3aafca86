import type { FoundConference } from "@/lib/schedule/staging/types";
import { formatAmount } from "@/lib/talks/amount";
import { formatDays } from "@/lib/talks/format";
import { Counts } from "./counts";
import { StepHeading } from "./step-heading";
import { Warnings } from "./warnings";
import { effectWords } from "./words";

type Props = {
	found: FoundConference;
	/** What to do with it; null while it is being imported. */
	choice: { readonly onImport: () => void; readonly onDiscard: () => void } | null;
};

/** What a file holds and what importing it would do, before that is done. */
export function FoundSchedule({ found, choice }: Props) {
	return (
		<section className="card p-5 wrap-anywhere" aria-labelledby="found">
			<StepHeading id="found">{found.title}</StepHeading>
			<p className="mt-1 text-ink-soft">
				{formatDays(found.startDate, found.endDate)} ·{" "}
				{formatAmount(found.dayCount, "day with talks", "days with talks")}
			</p>
			<p className="mt-1 text-sm text-ink-soft">From {found.source}</p>
			<Counts of={found} />
			<p className="mt-5">{effectWords(found)}</p>
			<Warnings warnings={found.warnings} />
			{choice && (
				<div className="mt-6 flex flex-wrap gap-3">
					<button className="button-primary" type="button" onClick={choice.onImport}>
						Import
					</button>
					<button className="button" type="button" onClick={choice.onDiscard}>
						Discard
					</button>
				</div>
			)}
		</section>
	);
}
