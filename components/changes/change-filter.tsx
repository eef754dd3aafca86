import { NEWS_KINDS, NEWS_LABELS } from "@/lib/schedule/changes/news-kinds";
import { changeParams, type ChangeFilter as Filter } from "./change-params";

type Props = {
	/** The page's own address, without a query. */
	path: string;
	filter: Filter;
};

/** Which changes to see: plain links, their state is the address. */
export function ChangeFilter({ path, filter }: Props) {
	const hrefOf = (other: Filter) => {
		const params = changeParams(other);
		return params.size > 0 ? `${path}?${params}` : path;
	};
	const link = (name: string, other: Filter, isOn: boolean) => (
		<li key={name}>
			<a
				className="chip min-h-9 max-sm:min-h-11 aria-[current]:border-accent aria-[current]:text-accent"
				href={hrefOf(other)}
				aria-current={isOn || undefined}
			>
				{name}
			</a>
		</li>
	);
	return (
		<nav aria-label="Filter changes" className="mb-6 grid gap-2">
			<ul className="flex flex-wrap gap-2" aria-label="Whose">
				{link("All talks", { ...filter, isMine: false }, !filter.isMine)}
				{link("Only mine", { ...filter, isMine: true }, filter.isMine)}
			</ul>
			<ul className="flex flex-wrap gap-2" aria-label="Kind">
				{link("All kinds", { ...filter, kind: undefined }, filter.kind === undefined)}
				{NEWS_KINDS.map((kind) => link(NEWS_LABELS[kind], { ...filter, kind }, filter.kind === kind))}
			</ul>
		</nav>
	);
}
