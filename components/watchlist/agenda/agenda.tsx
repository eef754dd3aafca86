"use client";

import { CalendarDays } from "lucide";
import { useEffect, useRef, useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { setMarks, undoLast } from "@/components/visitor/visitor-store";
import { useMustSee } from "@/components/watchlist/use-must-see";
import type { Conference } from "@/lib/talks/types";
import { formatCount, formatIsoDate, formatShortDay } from "@/lib/text/format";
import { formatAmount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";
import { findConflicts, groupAgendaByDay } from "@/lib/watchlist/agenda/days";
import type { AgendaTalk } from "@/lib/watchlist/agenda/queries";
import { AgendaDay } from "./agenda-day";

type Props = {
	conference: Pick<Conference, "slug" | "timeZone" | "startDate">;
	/** Must-see when the page was made. */
	talks: readonly AgendaTalk[];
	/** When that was. */
	now: Date;
};

/** A visitor's must-see talks of a conference by day. It follows what is pressed. */
export function Agenda({ conference, talks, now: initialNow }: Props) {
	const now = useNow(initialNow);
	const top = useRef<HTMLDivElement>(null);
	const undo = useRef<HTMLButtonElement>(null);
	const still = useMustSee(talks.map(({ talk }) => talk.id));
	const mustSee = talks.filter(({ talk }) => still.has(talk.id));
	const ones = new Map(mustSee.map((one) => [one.talk.id, one]));
	const all = mustSee.map(({ talk }) => talk);
	const hasBegun = formatIsoDate(now, conference.timeZone) >= conference.startDate;
	const days = groupAgendaByDay(all, now);
	const conflicts = findConflicts(all);
	const gone = talks.length - mustSee.length;

	// What was pressed is gone with its card: who uses the keyboard goes on where it can be undone.
	const moveFocus = () => requestAnimationFrame(() => (undo.current ?? top.current)?.focus({ preventScroll: true }));
	function choose(chosen: AgendaTalk, among: readonly AgendaTalk[]) {
		const others = among.filter((one) => one !== chosen);
		setMarks(others.map(({ talk }) => ({ talkId: talk.id, status: "MISSED" })));
		moveFocus();
	}

	return (
		<div ref={top} tabIndex={-1} className="outline-none">
			{mustSee.length === 0 ? (
				<EmptyState icon={CalendarDays} title="No must-see talks left here.">
					<a className="button" href={paths.conference(conference.slug)}>
						Back to the schedule
					</a>
				</EmptyState>
			) : (
				<p className="mb-4 text-ink-soft">
					{formatAmount(mustSee.length, "must-see talk", "must-see talks")}
					{" · "}
					{conflicts.length === 0 ? "no conflicts" : formatAmount(conflicts.length, "conflict", "conflicts")}
				</p>
			)}
			{days.length > 1 && (
				<nav aria-label="Days" className="tabs">
					{days.map(({ day, rows }) => (
						<a key={day} href={`#${day}`}>
							{formatShortDay(day)} <span className="text-sm text-ink-soft">{formatCount(rows.length)}</span>
						</a>
					))}
				</nav>
			)}
			{days.map((day) => (
				<AgendaDay
					key={day.day}
					conference={conference}
					day={day}
					ones={ones}
					conflicts={conflicts.filter((conflict) => conflict.talks[0]?.day === day.day)}
					hasBegun={hasBegun}
					onChoose={choose}
				/>
			))}
			<div role="status" className="sticky bottom-4 z-10">
				{gone > 0 && (
					<div className="card mx-auto mt-6 flex w-fit flex-wrap items-center gap-4 border-line-strong px-4 py-2 shadow-lg">
						<span>{gone === 1 ? "1 talk left the agenda." : `${formatCount(gone)} talks left the agenda.`}</span>
						<button
							ref={undo}
							type="button"
							className="button"
							onClick={() => {
								undoLast();
								moveFocus();
							}}
						>
							Undo
						</button>
					</div>
				)}
			</div>
		</div>
	);
}

const TICK_MS = 20_000;

/** The time, from what the server's clock said on. */
function useNow(initial: Date): Date {
	const [elapsed, setElapsed] = useState(0);
	useEffect(() => {
		const startedAt = Date.now();
		const timer = setInterval(() => setElapsed(Date.now() - startedAt), TICK_MS);
		return () => clearInterval(timer);
	}, []);
	return new Date(initial.getTime() + elapsed);
}
