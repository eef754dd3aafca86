import { NotebookPen, SearchX, Subtitles } from "lucide";
import { ShortcutsButton } from "@/components/keyboard/shortcuts-button";
import { Selection } from "@/components/selection/selection";
import { TalkList } from "@/components/talks/talk-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { MarkedExcerpt } from "@/components/ui/marked-text";
import { Pagination } from "@/components/ui/pagination";
import type { MatchReason } from "@/lib/search/explain-matches";
import { toFilterParams } from "@/lib/search/filter-params";
import type { FoundTalks, TalkFilter, TranscriptCount } from "@/lib/search/types";
import type { Conference, TalkListItem } from "@/lib/talks/types";
import { formatTalkCount } from "@/lib/text/format-amount";
import { formatClock } from "@/lib/time/clock";
import * as paths from "@/lib/urls/paths";
import { FilterChips } from "./filter-chips";
import { TranscriptsSearched } from "./transcripts-searched";

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
				<EmptyState icon={SearchX} title="No talk matches all of these.">
					<p className="text-ink-soft">Do without one of them:</p>
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
