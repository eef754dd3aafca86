import type { NotesOverview } from "@/lib/notes/overview/types";
import { type NotesTab, type NotesView, notesPath } from "@/lib/notes/overview/view";
import { formatCount } from "@/lib/text/format";

type Props = {
	view: NotesView;
	/** All that there is: a filter changes no count. */
	overview: NotesOverview;
};

/** What was written and what was not yet, each an address of its own; conferences and topics that are filtered by stay. */
export function NotesTabs({ view, overview }: Props) {
	const tabs: { tab: NotesTab; label: string; count: number }[] = [
		{ tab: "notes", label: "Notes", count: overview.notes.length },
		{ tab: "unwritten", label: "Watched, nothing written yet", count: overview.talksWithoutNote.length },
	];
	return (
		<nav aria-label="Parts of your notes" className="mb-4">
			<ul className="tabs max-sm:text-sm max-sm:[&_a]:px-2">
				{tabs.map(({ tab, label, count }) => (
					<li key={tab} className="shrink-0">
						<a href={notesPath({ ...view, tab, query: "" })} aria-current={tab === view.tab ? "page" : undefined}>
							{label} <span className="text-sm font-normal">{formatCount(count)}</span>
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
