import { X } from "lucide";
import { FILTER_LABELS } from "@/components/search/filter-labels";
import { Icon } from "@/components/ui/icon";
import { type NotesChoices, type NotesView, notesPath, withoutFilters } from "@/lib/notes/overview/view";
import type { Named } from "@/lib/talks/types";

type Props = { view: NotesView; choices: NotesChoices };

/** What is filtered by, each with a way to be without it. */
export function NotesChips({ view, choices }: Props) {
	const active = activeOf(view, choices);
	if (active.length === 0) return null;
	return (
		<ul className="mb-4 flex flex-wrap gap-2" aria-label="Filters in use">
			{active.map(({ label, without }) => (
				<li key={notesPath(without)}>
					<a className="chip min-h-9 max-sm:min-h-11" href={notesPath(without)} title={`Without ${label}`}>
						<span className="wrap-anywhere">{label}</span> <Icon icon={X} />
						<span className="sr-only">(remove this filter)</span>
					</a>
				</li>
			))}
			<li>
				<a className="chip min-h-9 max-sm:min-h-11" href={notesPath(withoutFilters(view))}>
					Clear all
				</a>
			</li>
		</ul>
	);
}

function activeOf(view: NotesView, choices: NotesChoices): { label: string; without: NotesView }[] {
	const { query, conferences, topics } = view;
	const nameOf = (items: readonly Named[], slug: string) => items.find((item) => item.slug === slug)?.name ?? slug;
	return [
		...(query === "" ? [] : [{ label: FILTER_LABELS.query(query), without: { ...view, query: "" } }]),
		...conferences.map((slug) => ({
			label: nameOf(choices.conferences, slug),
			without: { ...view, conferences: conferences.filter((other) => other !== slug) },
		})),
		...topics.map((slug) => ({
			label: nameOf(choices.topics, slug),
			without: { ...view, topics: topics.filter((other) => other !== slug) },
		})),
	];
}
