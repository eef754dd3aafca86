import type { Metadata } from "next";
import { headers } from "next/headers";
import { FilterForm } from "@/components/search/filter-form";
import { FilteredTalks } from "@/components/search/filtered-talks";
import { PageHead } from "@/components/ui/page-head";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { explainMatches } from "@/lib/search/explain-matches";
import { countTranscripts, findTalks } from "@/lib/search/queries";
import * as paths from "@/lib/urls/paths";
import { parsePage } from "@/lib/urls/search-params";
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
	const [query, visitor, transcripts] = await Promise.all([
		searchParams,
		currentVisitor(await headers(), { isPage: true }),
		countTranscripts(db, conference.id),
	]);
	const found = await findTalks(db, { conference, userId: visitor?.id ?? null, params: query });
	const pageCount = Math.max(1, Math.ceil(found.talks.length / TALKS_PER_PAGE));
	const page = parsePage(query, pageCount);
	const visibleTalks = found.talks.slice((page - 1) * TALKS_PER_PAGE, page * TALKS_PER_PAGE);
	return (
		<>
			<PageHead title="All talks" crumbs={[{ name: conference.title, href: paths.conference(conference.slug) }]} />
			<FilterForm conference={conference.slug} {...found} hasTranscripts={transcripts.all > 0} />
			<FilteredTalks
				conference={conference}
				found={found}
				visibleTalks={visibleTalks}
				reasons={await explainMatches(db, found, visibleTalks)}
				page={page}
				pageCount={pageCount}
				transcripts={transcripts}
			/>
			<p className="mt-8">
				<a className="link" href={paths.conference(conference.slug)}>
					Back to the schedule by day
				</a>
			</p>
		</>
	);
}
