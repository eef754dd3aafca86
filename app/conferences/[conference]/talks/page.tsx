import type { Metadata } from "next";
import { headers } from "next/headers";
import { FilterForm } from "@/components/schedule/filter-form";
import { FilteredTalks } from "@/components/schedule/filtered-talks";
import { PageHead } from "@/components/ui/page-head";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { filterTalks } from "@/lib/search/filter";
import { parseFilter, parsePage } from "@/lib/search/filter-params";
import { loadTalkIndex } from "@/lib/search/talk-index";
import * as paths from "@/lib/talks/paths";
import { listMarks } from "@/lib/watchlist/queries";
import { conferenceOr404 } from "../conference";

/** More than this on one page is slow on a phone; the rest is a link away. */
const TALKS_PER_PAGE = 100;

type Props = PageProps<"/conferences/[conference]/talks">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { slug, title } = await conferenceOr404(params);
	return { title: `Talks · ${title}`, alternates: { canonical: paths.talks(slug) } };
}

export default async function TalksPage({ params, searchParams }: Props) {
	const conference = await conferenceOr404(params);
	const [query, index, visitor] = await Promise.all([
		searchParams,
		loadTalkIndex(db, conference),
		currentVisitor(await headers(), { isPage: true }),
	]);
	const ownMarks = visitor ? await listMarks(db, { userId: visitor.id, conference: conference.slug }) : [];
	const marks = new Map(ownMarks.map((mark) => [mark.talkId, mark.status]));
	const filter = parseFilter(query, index);
	const matches = filterTalks(index.talks, filter, marks);
	const pageCount = Math.max(1, Math.ceil(matches.length / TALKS_PER_PAGE));
	const page = parsePage(query, pageCount);
	const shown = matches.slice((page - 1) * TALKS_PER_PAGE, page * TALKS_PER_PAGE);
	return (
		<>
			<PageHead title="All talks" crumbs={[{ name: conference.title, href: paths.conference(conference.slug) }]} />
			<FilterForm conference={conference.slug} index={index} filter={filter} />
			<FilteredTalks
				conference={conference}
				index={index}
				filter={filter}
				talks={shown}
				matchCount={matches.length}
				page={page}
				pageCount={pageCount}
				marks={marks}
			/>
			<p className="mt-8">
				<a className="link" href={paths.conference(conference.slug)}>
					Back to the schedule by day
				</a>
			</p>
		</>
	);
}
