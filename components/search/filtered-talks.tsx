import { NotebookPen, SearchX, Subtitles, X } from "lucide";
import { ShortcutsButton } from "@/components/keyboard/shortcuts-button";
import { Selection } from "@/components/selection/selection";
import { TalkList } from "@/components/talks/talk-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { MarkedExcerpt } from "@/components/ui/marked-text";
import { Pagination } from "@/components/ui/pagination";
import type { MatchReason } from "@/lib/search/explain-matches";
import { listActiveFilters, toFilterParams } from "@/lib/search/filter";
import { type FoundTalks, NO_FILTER, type TalkFilter, type TalkIndex, type TranscriptCount } from "@/lib/search/types";
import type { Conference, TalkListItem } from "@/lib/talks/types";
import { formatCount } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";
import { formatClock } from "@/lib/time/clock";
import * as paths from "@/lib/urls/paths";
import { FILTER_LABELS } from "./filter-labels";

type Props = {
	conference: Conference;
	/** On all pages. */
	found: FoundTalks;
	/** The talks of this page. */
	visibleTalks: readonly TalkListItem[];
	/** Why some of those were found, by id. */
	reasons: ReadonlyMap<number, MatchReason>;
	page: number;
	pageCount: number;
	/** Of the conference. */
	transcripts: TranscriptCount;
};

/** What is filtered by, how many talks match, and a page of them. */
export function FilteredTalks({ conference, found, visibleTalks, reasons, page, pageCount, transcripts }: Props) {
	const { index, filter, marks } = found;
	const matchCount = found.talks.length;
	const slugOf = new Map(visibleTalks.map(({ id, slug }) => [id, slug]));
	const hrefOf = (other: TalkFilter) => paths.talks(conference.slug, toFilterParams(other));
	return (
		<section aria-labelledby="matches">
			<h2 id="matches" className="mb-3 text-xl font-bold">
				<span role="status">{formatTalkCount(matchCount)}</span>
			</h2>
			{matchCount > 0 && <FilterChips index={index} filter={filter} hrefOf={hrefOf} />}
			{filter.inTranscripts && filter.query !== "" && <TranscriptsSearched count={transcripts} />}
			{matchCount === 0 ? (
				<EmptyState icon={SearchX} title="No results">
					<p className="text-ink-soft">Try removing a filter:</p>
					<FilterChips index={index} filter={filter} hrefOf={hrefOf} />
				</EmptyState>
			) : (
				<Selection
					// Other talks are another choice.
					key={hrefOf(filter) + page}
					matchCount={matchCount}
					idsPath={paths.talkIds(conference.slug, toFilterParams(filter))}
					actions={
						<>
							<a className="button" href={paths.triage(conference.slug, toFilterParams({ ...filter, marks: [] }))}>
								Triage these
							</a>
							<ShortcutsButton />
						</>
					}
				>
					<TalkList
						conference={conference}
						talks={visibleTalks}
						marks={marks}
						extras={Object.fromEntries(
							[...reasons].map(([talkId, reason]) => [
								talkId,
								<MatchReasonLine
									key={talkId}
									conference={conference.slug}
									talk={slugOf.get(talkId) ?? ""}
									reason={reason}
								/>,
							]),
						)}
						showDay
						selectable
						headingLevel={3}
					/>
				</Selection>
			)}
			<Pagination
				page={page}
				pageCount={pageCount}
				hrefOf={(other) => {
					const params = toFilterParams(filter);
					if (other > 1) params.set("page", String(other));
					return paths.talks(conference.slug, params);
				}}
			/>
		</section>
	);
}

type MatchReasonProps = {
	conference: string;
	/** Slug. */
	talk: string;
	reason: MatchReason;
};

/** Why a search found a talk whose own text has not all that was looked for. */
function MatchReasonLine({ conference, talk, reason: { note, isInTranscript, said: spoken } }: MatchReasonProps) {
	return (
		<>
			{note && (
				<p className="mt-1 max-w-prose text-sm">
					<b className="font-semibold">
						<Icon icon={NotebookPen} /> In your note:
					</b>{" "}
					<MarkedExcerpt excerpt={note} />
				</p>
			)}
			{isInTranscript && (
				<p className="mt-1 max-w-prose text-sm">
					<a className="link" href={paths.watch(conference, talk, spoken?.time)}>
						<Icon icon={Subtitles} /> In the transcript{spoken && ` at ${formatClock(spoken.time)}`}
					</a>
					{spoken && (
						<>
							: <MarkedExcerpt excerpt={spoken.quote} />
						</>
					)}
				</p>
			)}
		</>
	);
}

type FilterChipsProps = {
	index: TalkIndex;
	filter: TalkFilter;
	/** The same page with another filter. */
	hrefOf: (filter: TalkFilter) => string;
};

/** What is filtered by, each with a way to be without it. */
export function FilterChips({ index, filter, hrefOf }: FilterChipsProps) {
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

/** How much of what was said could be looked in. */
export function TranscriptsSearched({ count: { all, here } }: { count: TranscriptCount }) {
	if (all === 0) return <p className="mb-4 text-ink-soft">None of these talks has subtitles to look in.</p>;
	return (
		<p className="mb-4 text-ink-soft">
			{here === all
				? `Looked in ${all === 1 ? "the one transcript" : `all ${formatCount(all)} transcripts`}, too.`
				: `Looked in ${formatCount(here)} of ${formatCount(all)} transcripts, too: those that were fetched so far.`}
		</p>
	);
}
