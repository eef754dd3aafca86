import { CheckCheck, NotebookPen, SearchX } from "lucide";
import { EmptyState } from "@/components/ui/empty-state";
import type { NotesOverview } from "@/lib/notes/overview/types";
import { type NotesView, notesPath, withoutFilters } from "@/lib/notes/overview/view";

type Props = {
	view: NotesView;
	overview: NotesOverview;
	/** With an account: there is no other shelf that the notes may be on. */
	isSignedIn: boolean;
};

/** Why nothing is listed, and the way on. */
export function NotesEmptyState({ view, overview, isSignedIn }: Props) {
	const isFiltered = view.query !== "" || view.conferences.length > 0 || view.topics.length > 0;
	if (isFiltered) return <NothingFound view={view} />;
	if (view.tab === "unwritten") {
		return (
			<EmptyState
				icon={CheckCheck}
				title={overview.notes.length > 0 ? "You wrote on every talk you watched." : "Nothing watched yet."}
			>
				<p className="text-ink-soft">Talks that you mark watched stand here until you write something on them.</p>
			</EmptyState>
		);
	}
	return (
		<EmptyState icon={NotebookPen} title="No notes yet.">
			<p className="text-ink-soft">
				Open a talk and write down what you take away: it stands here, over all conferences.
			</p>
			{overview.talksWithoutNote.length > 0 ? (
				<a className="button" href={notesPath({ ...view, tab: "unwritten" })}>
					Talks you watched
				</a>
			) : (
				<a className="button" href="/">
					Choose a conference
				</a>
			)}
			{!isSignedIn && (
				<p className="text-ink-soft">
					If you wrote some with an account,{" "}
					<a className="link" href="/account/sign-in">
						sign in
					</a>
					.
				</p>
			)}
		</EmptyState>
	);
}

function NothingFound({ view }: { view: NotesView }) {
	const isSearched = view.query !== "";
	const hasOthers = view.conferences.length > 0 || view.topics.length > 0;
	const what = view.tab === "notes" ? "note" : "talk";
	return (
		<EmptyState
			icon={SearchX}
			title={isSearched ? `No ${what} has all of these words.` : `No ${what} matches all of these.`}
		>
			<p className="text-ink-soft">
				{isSearched
					? "Accents and case make no difference, and parts of words are found."
					: "Remove one of the filters above."}
			</p>
			{isSearched && (
				<a className="button" href={notesPath({ ...view, query: "" })}>
					{hasOthers ? "Without these words" : "Show all notes"}
				</a>
			)}
			{hasOthers && (
				<a className="button" href={notesPath(withoutFilters(view))}>
					Clear all
				</a>
			)}
		</EmptyState>
	);
}
