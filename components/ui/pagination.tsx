type Props = {
	/** From 1 on. */
	readonly page: number;
	readonly pageCount: number;
	readonly hrefOf: (page: number) => string;
};

/** The way to the other pages of a long list; nothing where there is one alone. */
export function Pagination({ page, pageCount, hrefOf }: Props) {
	if (pageCount <= 1) return null;
	return (
		<nav aria-label="Pages" className="mt-6 flex flex-wrap items-center gap-2">
			{page > 1 && (
				<a className="button" href={hrefOf(page - 1)} rel="prev">
					Previous
				</a>
			)}
			<span className="px-2 text-ink-soft">
				Page {page} of {pageCount}
			</span>
			{page < pageCount && (
				<a className="button" href={hrefOf(page + 1)} rel="next">
					Next
				</a>
			)}
		</nav>
	);
}
