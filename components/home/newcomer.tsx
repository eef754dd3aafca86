import { CalendarPlus, Download, ListChecks, NotebookPen } from "lucide";
import { Icon } from "@/components/ui/icon";
import type { CoverBar } from "@/lib/talks/covers";
import type { Conference } from "@/lib/talks/types";
import * as paths from "@/lib/urls/paths";
import { Covers } from "./covers";

const STEP = "grid grid-cols-[2.5rem_1fr] gap-x-3 text-sm text-ink-soft";
const STEP_ICON = "row-span-2 size-10 rounded-lg bg-sunken p-2.5 text-accent";

type Props = {
	/** The one to begin with; none where none is here yet. */
	conference: Conference | undefined;
	covers: readonly CoverBar[];
};

/** What this is, in one screen, and the way in. */
export function Newcomer({ conference, covers }: Props) {
	return (
		<>
			<header className="mb-10 grid items-end gap-x-12 gap-y-8 pt-4 sm:pt-8 lg:grid-cols-[minmax(0,1fr)_26rem]">
				<div className="max-w-prose">
					<h1 className="text-3xl text-balance sm:text-4xl">A shelf for conference talks</h1>
					<p className="mt-4 text-lg text-ink-soft">
						Mark what you must see, what you watched and what you missed. Write down what you took away. Publish or
						export your notes. No account needed.
					</p>
					{conference && (
						<p className="mt-6 flex flex-wrap gap-3">
							<a className="button-primary" href={paths.talks(conference.slug)}>
								Browse the talks
							</a>
							<a className="button" href={paths.triage(conference.slug)}>
								Decide one by one
							</a>
						</p>
					)}
				</div>
				{covers.length > 0 && <Covers covers={covers} className="h-44 max-lg:hidden" />}
			</header>
			<section aria-label="How it works" className="mb-12">
				<ol className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
					<li className={STEP}>
						<Icon icon={CalendarPlus} className={STEP_ICON} />
						<b className="text-base text-ink">Open a schedule</b>
						<span>As the conference published it, kept up to date.</span>
					</li>
					<li className={STEP}>
						<Icon icon={ListChecks} className={STEP_ICON} />
						<b className="text-base text-ink">Mark talks</b>
						<span>Must-see, watched or missed. One press each.</span>
					</li>
					<li className={STEP}>
						<Icon icon={NotebookPen} className={STEP_ICON} />
						<b className="text-base text-ink">Watch and note</b>
						<span>Takeaways beside the recording, tied to its moments.</span>
					</li>
					<li className={STEP}>
						<Icon icon={Download} className={STEP_ICON} />
						<b className="text-base text-ink">Publish</b>
						<span>Markdown for your site, your vault or anybody.</span>
					</li>
				</ol>
			</section>
		</>
	);
}
