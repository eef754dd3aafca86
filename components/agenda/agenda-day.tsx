import { Fragment } from "react";
import { formatAmount, formatTalkCount } from "@/lib/talks/amount";
import { formatDay } from "@/lib/talks/format";
import type { Conference, TalkListItem } from "@/lib/talks/types";
import type { Conflict } from "@/lib/watchlist/agenda/conflicts";
import type { AgendaDay as Day } from "@/lib/watchlist/agenda/days";
import type { AgendaTalk } from "@/lib/watchlist/agenda/types";
import { formatGap } from "@/lib/watchlist/agenda/words";
import { AgendaRow } from "./agenda-row";
import { ConflictCard } from "./conflict-card";

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
