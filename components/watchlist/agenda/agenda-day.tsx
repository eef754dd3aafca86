import { Fragment } from "react";
import { MarkButtons } from "@/components/talks/mark-buttons";
import { TrackLink } from "@/components/talks/track-link";
import { getTrackHue } from "@/lib/talks/track-hue";
import type { Conference, TalkListItem } from "@/lib/talks/types";
import { formatCount, formatDay, formatDuration, formatTime } from "@/lib/text/format";
import { formatAmount, formatTalkCount } from "@/lib/text/format-amount";
import { endOf } from "@/lib/time/talk-times";
import * as paths from "@/lib/urls/paths";
import type { Conflict, AgendaDay as Day } from "@/lib/watchlist/agenda/days";
import { formatGap, formatRecordings } from "@/lib/watchlist/agenda/days";
import type { AgendaTalk } from "@/lib/watchlist/agenda/queries";

type Props = {
	conference: Pick<Conference, "slug" | "timeZone">;
	day: Day<TalkListItem>;
	/** By the ids of their talks. */
	ones: ReadonlyMap<number, AgendaTalk>;
	conflicts: readonly Conflict<TalkListItem>[];
	/** Only then something is next. */
	hasBegun: boolean;
	onChoose: (chosen: AgendaTalk, among: readonly AgendaTalk[]) => void;
};

/** A day: what overlaps, then all in its order. */
export function AgendaDay({ conference, day: { day, rows }, ones, conflicts, hasBegun, onChoose }: Props) {
	const overlapping = new Set(conflicts.flatMap(({ talks }) => talks.map(({ id }) => id)));
	return (
		<section id={day} aria-labelledby={`${day}-name`} className="scroll-mt-16">
			<h2 id={`${day}-name`} className="mt-6 mb-3 text-xl font-bold">
				{formatDay(day)}{" "}
				<span className="font-normal whitespace-nowrap text-ink-soft">{formatTalkCount(rows.length)}</span>
			</h2>
			{conflicts.length > 0 && (
				<section aria-label={`Conflicts, ${formatDay(day)}`} className="mb-6">
					<h3 className="mb-1 text-lg font-semibold">{formatAmount(conflicts.length, "conflict", "conflicts")}</h3>
					<p className="mb-3 max-w-prose text-sm text-ink-soft">
						The one you choose stays must-see; the others become missed, to catch up on by recording.
					</p>
					<div className="grid items-start gap-4 lg:grid-cols-2">
						{conflicts.map(({ talks, from, to }) => {
							const among = talks.flatMap(({ id }) => ones.get(id) ?? []);
							return (
								<ConflictCard
									key={talks.map(({ id }) => id).join()}
									conference={conference}
									talks={among}
									from={from}
									to={to}
									onChoose={(chosen) => onChoose(chosen, among)}
								/>
							);
						})}
					</div>
				</section>
			)}
			<ol aria-label={formatDay(day)}>
				{rows.map(({ talk, gap: between, when }) => {
					const one = ones.get(talk.id);
					return (
						<Fragment key={talk.id}>
							{between && (
								<li className="border-l-4 border-dotted border-line py-2 pl-4 text-sm text-ink-soft">
									{formatGap(between)}
								</li>
							)}
							{one && (
								<AgendaRow
									conference={conference}
									one={one}
									when={hasBegun ? when : null}
									hasConflict={overlapping.has(talk.id)}
								/>
							)}
						</Fragment>
					);
				})}
			</ol>
		</section>
	);
}

type AgendaRowProps = {
	conference: { readonly slug: string; readonly timeZone: string };
	one: AgendaTalk;
	when: "now" | "next" | null;
	hasConflict: boolean;
};

/** A must-see talk in the order of a day. */
function AgendaRow({ conference, one: { talk, outlook, moves }, when, hasConflict }: AgendaRowProps) {
	const { slug, timeZone } = conference;
	return (
		<li
			className="agenda-row grid gap-x-6 border-l-4 border-line py-3 pl-4 data-[when=now]:border-accent data-[when=now]:bg-sunken sm:grid-cols-[7.5rem_1fr]"
			aria-current={when === "now" ? "time" : undefined}
			data-when={when ?? undefined}
		>
			<p className="font-semibold">
				<time dateTime={talk.start.toISOString()}>{formatTime(talk.start, timeZone)}</time>
				{talk.duration > 0 && `–${formatTime(endOf(talk), timeZone)}`}
				{when && (
					<span className="ml-2 rounded bg-accent px-1.5 text-sm text-accent-ink sm:ml-0 sm:block sm:w-fit">
						{when === "now" ? "Now" : "Next"}
					</span>
				)}
			</p>
			<div className="talk border-t-0! p-0!">
				<div>
					<a className="talk-title" href={paths.talk(slug, talk.slug)}>
						{talk.title}
					</a>
					<div className="talk-meta">
						{talk.isWithdrawn && <b className="off">Withdrawn</b>}
						{talk.isCancelled && <b className="off">Cancelled</b>}
						{hasConflict && <b className="text-problem">Overlaps</b>}
						{talk.room && <a href={paths.room(slug, talk.room.slug)}>{talk.room.name}</a>}
						{talk.track && (
							<TrackLink
								conference={slug}
								slug={talk.track.slug}
								name={talk.track.name}
								hue={getTrackHue(talk.track.name)}
							/>
						)}
						{talk.duration > 0 && <span>{formatDuration(talk.duration)}</span>}
						{talk.hasRecording && <span className="recorded">Recording</span>}
						{/* That nothing is known need not be said of every talk; where one has to choose, it is. */}
						{!talk.hasRecording && outlook.kind !== "unknown" && <span>{outlook.label}</span>}
					</div>
					{moves.length > 0 && (
						<p className="text-sm">
							<b>Changed since you marked it:</b> {moves.join("; ")}
						</p>
					)}
				</div>
				<MarkButtons talkId={talk.id} title={talk.title} initial="MUST_SEE" />
			</div>
		</li>
	);
}

type ConflictCardProps = {
	conference: { readonly slug: string; readonly timeZone: string };
	/** All on at once. */
	talks: readonly AgendaTalk[];
	from: Date;
	to: Date;
	onChoose: (one: AgendaTalk) => void;
};

/** Must-see talks that are on at once, to choose one of. */
function ConflictCard({ conference, talks, from, to, onChoose }: ConflictCardProps) {
	const { slug, timeZone } = conference;
	const clock = (instant: Date) => formatTime(instant, timeZone);
	return (
		<article className="card border-l-4 border-l-problem p-4">
			<h4 className="font-semibold">
				{clock(from)}–{clock(to)}: {formatCount(talks.length)} talks at once
			</h4>
			<p className="text-sm text-ink-soft">{formatRecordings(talks)}</p>
			<ul className="mt-2">
				{talks.map((one) => {
					const { talk, outlook } = one;
					const isRecorded = outlook.kind === "recorded" || outlook.kind === "will-be-recorded";
					return (
						<li
							key={talk.id}
							className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-t border-line/70 py-2 first:border-t-0"
						>
							<div className="min-w-0 grow basis-64 wrap-anywhere">
								<a className="talk-title" href={paths.talk(slug, talk.slug)}>
									{talk.title}
								</a>
								<p className="talk-meta">
									<span>
										{clock(talk.start)}
										{talk.duration > 0 && `–${clock(endOf(talk))}`}
									</span>
									{talk.room && <span>{talk.room.name}</span>}
									<span className={isRecorded ? "recorded" : undefined}>{outlook.label}</span>
								</p>
							</div>
							<button
								type="button"
								className="button"
								aria-label={`Choose this: ${talk.title}`}
								onClick={() => onChoose(one)}
							>
								Choose this
							</button>
						</li>
					);
				})}
			</ul>
		</article>
	);
}
