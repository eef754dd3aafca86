import { SearchX } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { ShortcutsButton } from "@/components/keyboard/shortcuts-button";
import { FilterChips } from "@/components/search/filtered-talks";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { CARDS_AHEAD } from "@/components/watchlist/triage/cards-ahead";
import { Triage } from "@/components/watchlist/triage/triage";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { toFilterParams } from "@/lib/search/filter";
import { findTalks } from "@/lib/search/queries";
import * as paths from "@/lib/urls/paths";
import { computeTriageProgress } from "@/lib/watchlist/triage/progress";
import { listTriageSkips, listTriageTalks } from "@/lib/watchlist/triage/queries";
import { conferenceOr404 } from "../conference";
import { toCard } from "./card";
import { drawCards } from "./draw-cards";

type Props = PageProps<"/conferences/[conference]/triage">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { slug, title } = await conferenceOr404(params);
	return { title: `Triage · ${title}`, alternates: { canonical: paths.triage(slug) } };
}

export default async function TriagePage({ params, searchParams }: Props) {
	const conference = await conferenceOr404(params);
	const [query, visitor] = await Promise.all([searchParams, currentVisitor(await headers(), { isPage: true })]);
	const userId = visitor?.id ?? null;
	const [found, ownSkips] = await Promise.all([
		// It is about what has no mark, whatever mark the list was filtered by.
		findTalks(db, { conference, userId, params: query, anyMark: true }),
		userId === null ? [] : listTriageSkips(db, { userId, conferenceId: conference.id }),
	]);
	const { index, filter } = found;
	const order = found.talks.map(({ id }) => id);
	const matching = new Set(order);
	const marks = new Map([...found.marks].filter(([talkId]) => matching.has(talkId)));
	const skipped = new Set(ownSkips.filter((id) => matching.has(id)));
	const { open } = computeTriageProgress(order, {
		markOf: (id) => marks.get(id) ?? null,
		isSkipped: (id) => skipped.has(id),
	});
	const talks = await listTriageTalks(db, conference.id, open.slice(0, CARDS_AHEAD));
	const listPath = paths.talks(conference.slug, toFilterParams(filter));
	return (
		<>
			<PageHead title="Triage" crumbs={[{ name: conference.title, href: paths.conference(conference.slug) }]}>
				<p className="mt-1 text-ink-soft">
					One talk after another, one press each. Leave when you like: you go on where you stopped.
				</p>
				<p className="mt-3 flex flex-wrap gap-2">
					<a className="button" href={listPath}>
						Choose which talks
					</a>
					<ShortcutsButton />
				</p>
			</PageHead>
			<FilterChips
				index={index}
				filter={filter}
				hrefOf={(other) => paths.triage(conference.slug, toFilterParams(other))}
			/>
			{order.length === 0 ? (
				<EmptyState icon={SearchX} title="No results">
					<p className="text-ink-soft">Remove one of the filters above.</p>
				</EmptyState>
			) : (
				<Triage
					// A way through other talks begins anew.
					key={listPath}
					conference={conference.slug}
					order={order}
					marks={[...marks]}
					skipped={[...skipped]}
					cards={talks.map((talk) => toCard(conference, talk))}
					drawCards={drawCards}
					listPath={listPath}
				/>
			)}
		</>
	);
}
