import { History } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { changeParams, parseChangeFilter, parseNumber } from "@/components/changes/change-params";
import { ChangeFilter, UpdateSection } from "@/components/changes/update-section";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { listUpdates } from "@/lib/schedule/changes/queries";
import * as paths from "@/lib/urls/paths";
import { conferenceOr404 } from "../conference";

/** Ten imports with all kinds of news stay a page that a phone opens at once. */
const MAX_PER_KIND = 10;

type Props = PageProps<"/conferences/[conference]/changes">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { slug, title } = await conferenceOr404(params);
	const feed = [{ url: paths.changesFeed(slug), title: `Changes of ${title}` }];
	return {
		title: `Changes · ${title}`,
		alternates: { canonical: paths.changes(slug), types: { "application/atom+xml": feed } },
	};
}

/**
 * What changed, import by import. Rendered per request as the filtered list of talks is, not kept: kind, page and "only
 * mine" are in the address, so that they can be linked and work without script; and what a visitor's own talks went
 * through may stand many imports back, where marks in the browser would have to fetch everything to find it.
 */
export default async function ChangesPage({ params, searchParams }: Props) {
	const conference = await conferenceOr404(params);
	const query = await searchParams;
	const filter = parseChangeFilter(query);
	const before = parseNumber(query.before);
	const visitor = filter.isMine ? await currentVisitor(await headers(), { isPage: true }) : null;
	const page = await listUpdates(db, conference.id, {
		before,
		kind: filter.kind,
		markedBy: filter.isMine ? (visitor?.id ?? "") : undefined,
	});
	const path = paths.changes(conference.slug);
	const olderParams = changeParams(filter);
	if (page.before !== null) olderParams.set("before", String(page.before));
	return (
		<>
			<PageHead title="Changes" crumbs={[{ name: conference.title, href: paths.conference(conference.slug) }]}>
				<p className="mt-1 text-ink-soft">
					What changed in the schedule, import by import.{" "}
					<a className="link" href={paths.changesFeed(conference.slug)} type="application/atom+xml" download>
						Atom feed
					</a>
				</p>
			</PageHead>
			<ChangeFilter path={path} filter={filter} />
			{page.updates.length === 0 && (
				<EmptyState
					icon={History}
					title={filter.isMine ? "None of the talks that you marked changed like that." : "Nothing changed like that."}
				>
					{page.before !== null && <p className="text-ink-soft">Not among these imports; there are earlier ones.</p>}
				</EmptyState>
			)}
			{page.updates.map((update) => (
				<UpdateSection
					key={update.id}
					conference={conference}
					update={update}
					only={filter.kind}
					isMine={filter.isMine}
					maxPerKind={MAX_PER_KIND}
				/>
			))}
			<nav aria-label="Pages" className="mt-6 flex flex-wrap gap-2 empty:hidden">
				{before !== undefined && (
					<a className="button" href={paths.changes(conference.slug, changeParams(filter))}>
						The latest
					</a>
				)}
				{page.before !== null && (
					<a className="button" href={paths.changes(conference.slug, olderParams)} rel="next">
						Earlier
					</a>
				)}
			</nav>
		</>
	);
}
