import { Download } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { ShortcutsButton } from "@/components/keyboard/shortcuts-button";
import { NoteGroups } from "@/components/notes/overview/note-groups";
import { NoteRow } from "@/components/notes/overview/note-row";
import { NotesChips } from "@/components/notes/overview/notes-chips";
import { NotesCounts } from "@/components/notes/overview/notes-counts";
import { NotesEmptyState } from "@/components/notes/overview/notes-empty-state";
import { NotesFilterForm } from "@/components/notes/overview/notes-filter-form";
import { NotesOrder } from "@/components/notes/overview/notes-order";
import { NotesTabs } from "@/components/notes/overview/notes-tabs";
import { TalkLine } from "@/components/notes/overview/talk-line";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { RefreshOnReturn } from "@/components/ui/refresh-on-return";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { countNotes, filterNotes, filterTalksWithoutNote } from "@/lib/notes/overview/filter-notes";
import { countRows, groupNotes, paginateGroups } from "@/lib/notes/overview/grouping";
import { loadNotesOverview } from "@/lib/notes/overview/queries";
import type { NotesOverview } from "@/lib/notes/overview/types";
import { collectChoices, type NotesView, notesPath, parseNotesView } from "@/lib/notes/overview/view";
import { formatAmount, formatTalkCount } from "@/lib/text/format-amount";
import { tokenizeQuery } from "@/lib/text/normalize";
import * as paths from "@/lib/urls/paths";
import { parsePage, type SearchParams } from "@/lib/urls/search-params";

export const metadata: Metadata = { title: "Notes", robots: { index: false } };

/** More than this on one page is slow on a phone; the rest is a link away. */
const ROWS_PER_PAGE = 50;

const EMPTY_OVERVIEW: NotesOverview = { notes: [], talksWithoutNote: [] };

export default async function NotesPage({ searchParams }: PageProps<"/notes">) {
	const [params, visitor] = await Promise.all([
		searchParams,
		headers().then((each) => currentVisitor(each, { isPage: true })),
	]);
	const overview = visitor ? await loadNotesOverview(db, visitor.id) : EMPTY_OVERVIEW;
	const talks = [...overview.notes, ...overview.talksWithoutNote].map(({ talk }) => talk);
	const choices = collectChoices(talks);
	const view = parseNotesView(params, choices);
	const partProps = { view, overview, params, isSignedIn: visitor !== null && !visitor.isGuest };
	return (
		<>
			<PageHead title="Notes">
				{talks.length > 0 && <NotesCounts counts={countNotes(overview.notes)} isGuest={visitor?.isGuest ?? true} />}
			</PageHead>
			{talks.length > 0 && (
				<>
					<NotesTabs view={view} overview={overview} />
					<NotesFilterForm view={view} choices={choices} />
					<NotesChips view={view} choices={choices} />
				</>
			)}
			<RefreshOnReturn madeAt={Date.now()} />
			{view.tab === "notes" ? <Notes {...partProps} /> : <TalksWithoutNote {...partProps} />}
		</>
	);
}

type PartProps = { view: NotesView; overview: NotesOverview; params: SearchParams; isSignedIn: boolean };

function Notes({ view, overview, params, isSignedIn }: PartProps) {
	const found = filterNotes(overview.notes, view);
	if (found.length === 0) return <NotesEmptyState view={view} overview={overview} isSignedIn={isSignedIn} />;
	const words = tokenizeQuery(view.query);
	const groups = groupNotes(found, view.order);
	const pageCount = Math.max(1, Math.ceil(countRows(groups) / ROWS_PER_PAGE));
	const page = parsePage(params, pageCount);
	return (
		<>
			<NotesOrder view={view} />
			<div className="my-4 flex flex-wrap items-center gap-x-4 gap-y-2">
				<p role="status" className="text-ink-soft">
					{formatAmount(found.length, "note", "notes")}
				</p>
				<ExportButton talkIds={found.map(({ talk }) => talk.id)} />
				<ShortcutsButton />
			</div>
			<NoteGroups groups={paginateGroups(groups, page, ROWS_PER_PAGE)} order={view.order}>
				{(entry) => (
					<NoteRow key={entry.talk.id} entry={entry} queryWords={words} hidesConference={view.order === "conference"} />
				)}
			</NoteGroups>
			<Pagination page={page} pageCount={pageCount} hrefOf={(other) => notesPath(view, other)} />
		</>
	);
}

/** Watched, and nothing written yet. */
function TalksWithoutNote({ view, overview, params, isSignedIn }: PartProps) {
	const found = filterTalksWithoutNote(overview.talksWithoutNote, view);
	if (found.length === 0) return <NotesEmptyState view={view} overview={overview} isSignedIn={isSignedIn} />;
	const groups = groupNotes(found, view.order);
	const pageCount = Math.max(1, Math.ceil(countRows(groups) / ROWS_PER_PAGE));
	const page = parsePage(params, pageCount);
	return (
		<>
			<NotesOrder view={view} />
			<div className="my-4 flex flex-wrap items-center gap-x-4 gap-y-2">
				<p role="status" className="text-ink-soft">
					{formatTalkCount(found.length)}
				</p>
				<ShortcutsButton />
			</div>
			<NoteGroups groups={paginateGroups(groups, page, ROWS_PER_PAGE)} order={view.order}>
				{({ talk, watchedAt }) => (
					<TalkLine
						key={talk.id}
						talk={talk}
						latest={{ what: "Watched", at: watchedAt }}
						hidesConference={view.order === "conference"}
					/>
				)}
			</NoteGroups>
			<Pagination page={page} pageCount={pageCount} hrefOf={(other) => notesPath(view, other)} />
		</>
	);
}

/** What is shown, on all pages. A form, since an address cannot name hundreds of talks. */
function ExportButton({ talkIds }: { talkIds: readonly number[] }) {
	return (
		<form method="post" action={paths.exportTalks()}>
			<input type="hidden" name="talk" value={talkIds.join()} />
			<button className="button" type="submit">
				<Icon icon={Download} /> Export Markdown
			</button>
		</form>
	);
}
