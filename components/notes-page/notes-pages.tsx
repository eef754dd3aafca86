import { type NotesView, notesAddress } from "@/lib/notes/overview/view";

type Props = { view: NotesView; page: number; pageCount: number };

/** The way to the other pages of a list. */
export function NotesPages({ view, page, pageCount }: Props) {
	if (pageCount <= 1) return null;
	return (
		<nav aria-label="Pages" className="mt-6 flex flex-wrap items-center gap-2">
			{page > 1 && (
				<a className="button" href={notesAddress(view, page - 1)} rel="prev">
					Previous
				</a>
			)}
			<span className="px-2 text-ink-soft">
				Page {page} of {pageCount}
			</span>
			{page < pageCount && (
				<a className="button" href={notesAddress(view, page + 1)} rel="next">
					Next
				</a>
			)}
		</nav>
	);
}
