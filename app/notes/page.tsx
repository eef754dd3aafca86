import { Download } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { KeysButton } from "@/components/keyboard/keys-button";
import { NoteGroups } from "@/components/notes-page/note-groups";
import { NoteRow } from "@/components/notes-page/note-row";
import { NotesChips } from "@/components/notes-page/notes-chips";
import { NotesCounts } from "@/components/notes-page/notes-counts";
import { NotesFilterForm } from "@/components/notes-page/notes-filter-form";
import { NotesOrder } from "@/components/notes-page/notes-order";
import { NotesTabs } from "@/components/notes-page/notes-tabs";
import { NothingShown } from "@/components/notes-page/nothing-shown";
import { TalkLine } from "@/components/notes-page/talk-line";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { Pages } from "@/components/ui/pages";
import { RefreshOnReturn } from "@/components/ui/refresh-on-return";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { groupNotes, pageOfGroups, rowCount } from "@/lib/notes/overview/grouping";
import { loadOverview } from "@/lib/notes/overview/queries";
import { countNotes, filterNotes, filterUnwritten } from "@/lib/notes/overview/show";
import type { NotesOverview } from "@/lib/notes/overview/types";
import { choicesOf, type NotesView, notesAddress, parseNotesView } from "@/lib/notes/overview/view";
import { parsePage, type SearchParams } from "@/lib/search/filter-params";
import { queryWords } from "@/lib/search/fold";
import { countTalks, formatAmount } from "@/lib/talks/amount";
import * as paths from "@/lib/talks/paths";

export const metadata: Metadata = { title: "Notes", robots: { index: false } };

/** More than this on one page is slow on a phone; the rest is a link away. */
const ROWS_PER_PAGE = 50;

const NOTHING: NotesOverview = { notes: [], unwritten: [] };

export default async function NotesPage({ searchParams }: PageProps<"/notes">) {
	const [params, visitor] = await Promise.all([
		searchParams,
		headers().then((each) => currentVisitor(each, { isPage: true })),
	]);
	const overview = visitor ? await loadOverview(db, visitor.id) : NOTHING;
	const talks = [...overview.notes, ...overview.unwritten].map(({ talk }) => talk);
	const choices = choicesOf(talks);
	const view = parseNotesView(params, choices);
	const shown = { view, overview, params, isSignedIn: visitor !== null && !visitor.isGuest };
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
			{view.tab === "notes" ? <Notes {...shown} /> : <Unwritten {...shown} />}
		</>
	);
}

type PartProps = { view: NotesView; overview: NotesOverview; params: SearchParams; isSignedIn: boolean };

function Notes({ view, overview, params, isSignedIn }: PartProps) {
	const found = filterNotes(overview.notes, view);
	if (found.length === 0) return <NothingShown view={view} overview={overview} isSignedIn={isSignedIn} />;
	const words = queryWords(view.query);
	const groups = groupNotes(found, view.order);
	const pageCount = Math.max(1, Math.ceil(rowCount(groups) / ROWS_PER_PAGE));
	const page = parsePage(params, pageCount);
	return (
		<>
			<NotesOrder view={view} />
			<div className="my-4 flex flex-wrap items-center gap-x-4 gap-y-2">
				<p role="status" className="text-ink-soft">
					{formatAmount(found.length, "note", "notes")}
				</p>
				<ExportThese talkIds={found.map(({ talk }) => talk.id)} />
				<KeysButton />
			</div>
			<NoteGroups groups={pageOfGroups(groups, page, ROWS_PER_PAGE)} order={view.order}>
				{(entry) => (
					<NoteRow key={entry.talk.id} entry={entry} words={words} hidesConference={view.order === "conference"} />
				)}
			</NoteGroups>
			<Pages page={page} pageCount={pageCount} addressOf={(other) => notesAddress(view, other)} />
		</>
	);
}

/** Watched, and nothing written yet. */
function Unwritten({ view, overview, params, isSignedIn }: PartProps) {
	const found = filterUnwritten(overview.unwritten, view);
	if (found.length === 0) return <NothingShown view={view} overview={overview} isSignedIn={isSignedIn} />;
	const groups = groupNotes(found, view.order);
	const pageCount = Math.max(1, Math.ceil(rowCount(groups) / ROWS_PER_PAGE));
	const page = parsePage(params, pageCount);
	return (
		<>
			<NotesOrder view={view} />
			<div className="my-4 flex flex-wrap items-center gap-x-4 gap-y-2">
				<p role="status" className="text-ink-soft">
					{countTalks(found.length)}
				</p>
				<KeysButton />
			</div>
			<NoteGroups groups={pageOfGroups(groups, page, ROWS_PER_PAGE)} order={view.order}>
				{({ talk, watchedAt }) => (
					<TalkLine
						key={talk.id}
						talk={talk}
						latest={{ what: "Watched", at: watchedAt }}
						hidesConference={view.order === "conference"}
					/>
				)}
			</NoteGroups>
			<Pages page={page} pageCount={pageCount} addressOf={(other) => notesAddress(view, other)} />
		</>
	);
}

/** What is shown, on all pages. A form, since an address cannot name hundreds of talks. */
function ExportThese({ talkIds }: { talkIds: readonly number[] }) {
	return (
		<form method="post" action={paths.exportTalks()}>
			<input type="hidden" name="talk" value={talkIds.join()} />
			<button className="button" type="submit">
				<Icon icon={Download} /> Export Markdown
			</button>
		</form>
	);
}
