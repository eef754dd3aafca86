import { SearchX } from "lucide";
import { KeysButton } from "@/components/keyboard/keys-button";
import { Selection } from "@/components/selection/selection";
import { TalkList } from "@/components/talk/talk-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Pages } from "@/components/ui/pages";
import { filterParams } from "@/lib/search/filter-params";
import type { Reason } from "@/lib/search/reasons";
import type { FoundTalks, TalkFilter, TranscriptCount } from "@/lib/search/types";
import { countTalks } from "@/lib/talks/amount";
import * as paths from "@/lib/talks/paths";
import type { Conference, TalkListItem } from "@/lib/talks/types";
import { FilterChips } from "./filter-chips";
import { FoundBeside } from "./found-beside";
import { TranscriptsSearched } from "./transcripts-searched";

type Props = {
	conference: Conference;
	/** On all pages. */
	found: FoundTalks;
	/** The talks of this page. */
	shown: readonly TalkListItem[];
	/** Why some of those were found, by id. */
	reasons: ReadonlyMap<number, Reason>;
	page: number;
	pageCount: number;
	/** Of the conference. */
	transcripts: TranscriptCount;
};

/** What is filtered by, how many talks match, and a page of them. */
export function FilteredTalks({ conference, found, shown, reasons, page, pageCount, transcripts }: Props) {
	const { index, filter, marks } = found;
	const matchCount = found.talks.length;
	const slugOf = new Map(shown.map(({ id, slug }) => [id, slug]));
	const addressOf = (other: TalkFilter) => paths.talks(conference.slug, filterParams(other));
	return (
		<section aria-labelledby="matches">
			<h2 id="matches" className="mb-3 text-xl font-bold">
				<span role="status">{countTalks(matchCount)}</span>
			</h2>
			{matchCount > 0 && <FilterChips index={index} filter={filter} addressOf={addressOf} />}
			{filter.inTranscripts && filter.query !== "" && <TranscriptsSearched count={transcripts} />}
			{matchCount === 0 ? (
				<EmptyState icon={SearchX} title="No talk matches all of these.">
					<p className="text-ink-soft">Do without one of them:</p>
					<FilterChips index={index} filter={filter} addressOf={addressOf} />
				</EmptyState>
			) : (
				<Selection
					// Other talks are another choice.
					key={addressOf(filter) + page}
					matchCount={matchCount}
					idsPath={paths.talkIds(conference.slug, filterParams(filter))}
					actions={
						<>
							<a className="button" href={paths.triage(conference.slug, filterParams({ ...filter, marks: [] }))}>
								Triage these
							</a>
							<KeysButton />
						</>
					}
				>
					<TalkList
						conference={conference}
						talks={shown}
						marks={marks}
						beside={Object.fromEntries(
							[...reasons].map(([talkId, reason]) => [
								talkId,
								<FoundBeside
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
			<Pages
				page={page}
				pageCount={pageCount}
				addressOf={(other) => {
					const params = filterParams(filter);
					if (other > 1) params.set("page", String(other));
					return paths.talks(conference.slug, params);
				}}
			/>
		</section>
	);
}
