import { formatTimestamp, shortenSource } from "@/lib/schedule/changes/format-change";
import { findNewsKinds, NEWS_KINDS, NEWS_LABELS, type NewsKind } from "@/lib/schedule/changes/news-kinds";
import type { Update } from "@/lib/schedule/changes/queries";
import type { Conference } from "@/lib/talks/types";
import { formatCount } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";
import { changeParams, type ChangeFilter as Filter } from "./change-params";
import { NewsOfKind } from "./news-of-kind";

type Props = {
	conference: Pick<Conference, "slug" | "timeZone">;
	update: Update;
	/** Only changes of this kind are shown. */
	only: NewsKind | undefined;
	isMine: boolean;
	/** Of a kind that has more talks, only the first are listed, and the rest is a link away. */
	maxPerKind: number;
};

/**
 * One import, or sitting of edits, and what it changed, kind by kind. Articles rather than sections: two imports may have
 * the same news in one minute, and landmarks of one name cannot be told apart.
 */
export function UpdateSection({ conference, update, only, isMine, maxPerKind }: Props) {
	const { slug, timeZone } = conference;
	const id = `update-${update.id}`;
	return (
		<article aria-labelledby={id} className="mb-10">
			<h2 id={id} className="text-xl font-bold">
				<a className="no-underline hover:underline" href={paths.changesOf(slug, update.id)}>
					<time dateTime={update.at.toISOString()}>{formatTimestamp(update.at, timeZone)}</time>
				</a>
			</h2>
			<UpdateSource update={update} />
			{update.isFirst && <p className="mt-2">The first import: {formatTalkCount(update.talkCount)}.</p>}
			{NEWS_KINDS.map((kind) => {
				const changes = update.changes.filter((change) => findNewsKinds(change).includes(kind));
				if (changes.length === 0 || (only && kind !== only)) return null;
				const all = `/${update.id}?${changeParams({ kind, isMine })}`;
				return (
					<article key={kind} aria-labelledby={`${id}-${kind}`} className="mt-4">
						<h3 id={`${id}-${kind}`} className="font-semibold">
							{NEWS_LABELS[kind]} <span className="font-normal text-ink-soft">{formatCount(changes.length)}</span>
						</h3>
						<NewsOfKind conference={conference} kind={kind} changes={changes.slice(0, maxPerKind)} />
						{changes.length > maxPerKind && (
							<p>
								<a className="link inline-flex min-h-11 items-center" href={paths.changes(slug) + all}>
									All {formatCount(changes.length)}
									<span className="sr-only">: {NEWS_LABELS[kind]}</span>
								</a>
							</p>
						)}
					</article>
				);
			})}
		</article>
	);
}

/** Where an update came from, and how many talks the schedule had then. */
export function UpdateSource({ update }: { update: Update }) {
	const { isByHand: isManual, source, version, talkCount } = update;
	return (
		<p className="text-sm wrap-anywhere text-ink-soft">
			{isManual ? "Edited by hand" : <>Imported from {shortenSource(source)}</>}
			{version !== "" && ` · version ${version}`} · {formatTalkCount(talkCount)} in the schedule
		</p>
	);
}

type ChangeFilterProps = {
	/** The page's own address, without a query. */
	path: string;
	filter: Filter;
};

/** Which changes to see: plain links, their state is the address. */
export function ChangeFilter({ path, filter }: ChangeFilterProps) {
	const hrefOf = (other: Filter) => {
		const params = changeParams(other);
		return params.size > 0 ? `${path}?${params}` : path;
	};
	const link = (name: string, other: Filter, isOn: boolean) => (
		<li key={name}>
			<a
				className="chip min-h-9 max-sm:min-h-11 aria-[current]:border-accent aria-[current]:text-accent"
				href={hrefOf(other)}
				aria-current={isOn || undefined}
			>
				{name}
			</a>
		</li>
	);
	return (
		<nav aria-label="Filter changes" className="mb-6 grid gap-2">
			<ul className="flex flex-wrap gap-2" aria-label="Whose">
				{link("All talks", { ...filter, isMine: false }, !filter.isMine)}
				{link("My talks", { ...filter, isMine: true }, filter.isMine)}
			</ul>
			<ul className="flex flex-wrap gap-2" aria-label="Kind">
				{link("All kinds", { ...filter, kind: undefined }, filter.kind === undefined)}
				{NEWS_KINDS.map((kind) => link(NEWS_LABELS[kind], { ...filter, kind }, filter.kind === kind))}
			</ul>
		</nav>
	);
}
