import { History } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { changeParams, parseChangeFilter, parseNumber } from "@/components/changes/change-params";
import { NewsOfKind } from "@/components/changes/news-of-kind";
import { ChangeFilter, UpdateSection, UpdateSource } from "@/components/changes/update-section";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { formatTimestamp } from "@/lib/schedule/changes/format-change";
import { NEWS_LABELS } from "@/lib/schedule/changes/news-kinds";
import { findUpdate } from "@/lib/schedule/changes/queries";
import { formatTalkCount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";
import { conferenceOr404 } from "../../conference";

const MAX_PER_KIND = 50;
/** Of one kind alone. */
const PER_PAGE = 200;

type Props = PageProps<"/conferences/[conference]/changes/[update]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { title } = await conferenceOr404(params);
	return { title: `Changes of one import · ${title}` };
}

/** What one import, or sitting of edits, changed: every kind of news in short, or all of one. */
export default async function UpdatePage({ params, searchParams }: Props) {
	const conference = await conferenceOr404(params);
	const id = parseNumber((await params).update) ?? notFound();
	const query = await searchParams;
	const filter = parseChangeFilter(query);
	const { kind, isMine } = filter;
	const visitor = isMine ? await currentVisitor(await headers(), { isPage: true }) : null;
	const markedBy = isMine ? (visitor?.id ?? "") : undefined;
	const update = (await findUpdate(db, conference.id, id, { kind, markedBy })) ?? notFound();
	const path = paths.changesOf(conference.slug, update.id);
	const pageCount = Math.max(1, Math.ceil(update.changes.length / PER_PAGE));
	const page = Math.min(parseNumber(query.page) ?? 1, pageCount);
	const hrefOf = (other: number) => {
		const all = changeParams(filter);
		if (other > 1) all.set("page", String(other));
		return `${path}?${all}`;
	};
	return (
		<>
			<PageHead
				title={kind ? NEWS_LABELS[kind] : "One import’s changes"}
				crumbs={[
					{ name: conference.title, href: paths.conference(conference.slug) },
					{ name: "Changes", href: paths.changes(conference.slug) },
				]}
			>
				{kind && (
					<p className="mt-1">
						{formatTimestamp(update.at, conference.timeZone)}: {formatTalkCount(update.changes.length)}
					</p>
				)}
				{kind && <UpdateSource update={update} />}
			</PageHead>
			<ChangeFilter path={path} filter={filter} />
			{update.changes.length === 0 && (kind || isMine) && (
				<EmptyState icon={History} title="This import changed nothing like that." />
			)}
			{kind ? (
				<NewsOfKind
					conference={conference}
					kind={kind}
					changes={update.changes.slice((page - 1) * PER_PAGE, page * PER_PAGE)}
				/>
			) : (
				<UpdateSection
					conference={conference}
					update={update}
					only={undefined}
					isMine={isMine}
					maxPerKind={MAX_PER_KIND}
				/>
			)}
			{kind && <Pagination page={page} pageCount={pageCount} hrefOf={hrefOf} />}
		</>
	);
}
