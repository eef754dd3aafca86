import { X } from "lucide";
import { Icon } from "@/components/ui/icon";
import { listActiveFilters } from "@/lib/search/filter-params";
import { NO_FILTER, type TalkFilter, type TalkIndex } from "@/lib/search/types";
import { FILTER_LABELS } from "./filter-labels";

type Props = {
	index: TalkIndex;
	filter: TalkFilter;
	/** The same page with another filter. */
	hrefOf: (filter: TalkFilter) => string;
};

/** What is filtered by, each with a way to be without it. */
export function FilterChips({ index, filter, hrefOf }: Props) {
	const active = listActiveFilters(filter, index, FILTER_LABELS);
	if (active.length === 0) return null;
	return (
		<ul className="mb-4 flex flex-wrap gap-2" aria-label="Filters in use">
			{active.map(({ label, without }) => (
				<li key={hrefOf(without)}>
					<a className="chip min-h-9 max-sm:min-h-11" href={hrefOf(without)} title={`Without ${label}`}>
						{label} <Icon icon={X} />
						<span className="sr-only">(remove this filter)</span>
					</a>
				</li>
			))}
			<li>
				<a className="chip min-h-9 max-sm:min-h-11" href={hrefOf(NO_FILTER)}>
					Clear all
				</a>
			</li>
		</ul>
	);
}
