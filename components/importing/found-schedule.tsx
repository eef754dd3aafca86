import type { ImportPreview } from "@/lib/schedule/staging/types";
import { asksFirst } from "@/lib/schedule/withdrawal";
import { formatAmount } from "@/lib/talks/amount";
import { formatDays } from "@/lib/talks/format";
import { Counts } from "./counts";
import { StepHeading } from "./step-heading";
import { Warnings } from "./warnings";
import { formatEffect, withdrawalWords } from "./words";

type FoundScheduleProps = {
	found: ImportPreview;
	/** What to do with it; null while it is being imported. */
	choice: { readonly onImport: (mayWithdraw: number) => void; readonly onDiscard: () => void } | null;
};

/** What a file holds and what importing it would do, before that is done. */
export function FoundSchedule({ found, choice }: FoundScheduleProps) {
	const question = found.update && asksFirst(found.update) ? found.update : null;
	return (
		<section className="card p-5 wrap-anywhere" aria-labelledby="found">
			<StepHeading id="found">{found.title}</StepHeading>
			<p className="mt-1 text-ink-soft">
				{formatDays(found.startDate, found.endDate)} ·{" "}
				{formatAmount(found.dayCount, "day with talks", "days with talks")}
			</p>
			<p className="mt-1 text-sm text-ink-soft">From {found.source}</p>
			<Counts of={found} />
			<p className="mt-5">{formatEffect(found)}</p>
			<Warnings warnings={found.warnings} />
			{choice && (
				<form
					className="mt-6"
					onSubmit={(event) => {
						event.preventDefault();
						choice.onImport(question ? question.withdrawn : 0);
					}}
				>
					{question && (
						<label className="mb-3 inline-flex min-h-11 items-center gap-2 font-semibold">
							<input type="checkbox" className="size-5 shrink-0 accent-accent" required />
							{withdrawalWords(question)}
						</label>
					)}
					<div className="flex flex-wrap gap-3">
						<button className="button-primary" type="submit">
							Import
						</button>
						<button className="button" type="button" onClick={choice.onDiscard}>
							Discard
						</button>
					</div>
				</form>
			)}
		</section>
	);
}
