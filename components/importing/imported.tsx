import type { ImportReport } from "@/lib/schedule/report";
import * as paths from "@/lib/talks/paths";
import { Counts } from "./counts";
import { StepHeading } from "./step-heading";
import { Warnings } from "./warnings";
import { formatChanges } from "./words";

/** What an import did, and the way to the conference. */
export function Imported({ report, onAnother }: { report: ImportReport; onAnother: () => void }) {
	return (
		<section className="card p-5 wrap-anywhere" aria-labelledby="imported">
			<StepHeading id="imported">{report.title} is imported</StepHeading>
			<p className="mt-2">{formatChanges(report.talks)}</p>
			<Counts of={report} />
			<Warnings warnings={report.warnings} />
			<div className="mt-6 flex flex-wrap gap-3">
				{/* With a target it loads a document, and what this one keeps of pages as they were is gone. */}
				<a className="button-primary" href={paths.conference(report.conference)} target="_self">
					Open the conference
				</a>
				<button className="button" type="button" onClick={onAnother}>
					Add another
				</button>
			</div>
		</section>
	);
}
