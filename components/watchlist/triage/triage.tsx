"use client";

import { Check, EyeOff, SkipForward, Star, Undo2 } from "lucide";
import { useEffect, useRef } from "react";
import { announce } from "@/components/keyboard/announce";
import { registerPageShortcuts } from "@/components/keyboard/page-shortcuts";
import { Icon } from "@/components/ui/icon";
import { MARK_COLOURS } from "@/components/ui/mark-colours";
import { ProgressBar } from "@/components/ui/progress-bar";
import { MARK_LABELS, MARK_STATUSES, type MarkStatus } from "@/lib/marks/status";
import { formatCount } from "@/lib/text/format";
import { type DrawCards, type TriageCard, useCards } from "./use-cards";
import { useTriage } from "./use-triage";
import "./triage.css";
import * as paths from "@/lib/urls/paths";
import type { TriageProgress } from "@/lib/watchlist/triage/progress";

type Props = {
	conference: string;
	/** Ids of all talks that match, in order. */
	order: readonly number[];
	/** The visitor's marks of them, and which of them they put off, as the server knew it. */
	marks: readonly (readonly [talkId: number, status: MarkStatus])[];
	skipped: readonly number[];
	/** The first ones that are not decided. */
	cards: readonly TriageCard[];
	drawCards: DrawCards;
	/** The list of the same talks. */
	listPath: string;
};

const SHORTCUTS = [
	["m", "Must-see, and the next talk"],
	["w", "Watched, and the next talk"],
	["x", "Missed, and the next talk"],
	["s", "Skip: decide later"],
	["u", "Undo, and back to that talk"],
	["n", "Write a note"],
	["o", "Open the talk"],
] as const;

/** One talk after another until each has a mark or was put off. */
export function Triage({ conference, order, marks, skipped, cards: first, drawCards, listPath }: Props) {
	"use memo";
	const known = { order, marks: new Map(marks), skipped: new Set(skipped) };
	const { progress, firstOpen, decide, skip, back, reviewSkipped } = useTriage(known);
	const { cards, isAway } = useCards({ conference, open: progress.open, first, drawCards });
	const currentId = progress.open.find((id) => cards.get(id) !== null);
	const current = currentId === undefined ? undefined : cards.get(currentId);
	const top = useRef<HTMLDivElement>(null);

	/** Asked at each press: several keys may come before the next talk is drawn. */
	const currentCard = () => cards.get(firstOpen((id) => cards.get(id) !== null) ?? -1);

	const actions = {
		mark: (status: MarkStatus) => {
			const talk = currentCard();
			if (!talk) return;
			decide(talk.id, status);
			announce(formatAnnouncement(`Marked ${MARK_LABELS[status].toLowerCase()}`, talk.title));
		},
		skip: () => {
			const talk = currentCard();
			if (!talk) return;
			skip(talk.id);
			announce(formatAnnouncement("Skipped", talk.title));
		},
		back: () => void back().then(announce),
	};

	// What the keys do is told anew after each decision, since it is about another talk.
	useEffect(() =>
		registerPageShortcuts({
			actions: {
				m: () => actions.mark("MUST_SEE"),
				w: () => actions.mark("WATCHED"),
				x: () => actions.mark("MISSED"),
				s: actions.skip,
				u: actions.back,
				...(current && { n: () => openTalk(`${current.path}#note-text`), o: () => openTalk(current.path) }),
			},
			labels: SHORTCUTS,
		}),
	);

	// So that they are there when the server is not.
	useEffect(() => void import("@/components/keyboard/shortcuts"), []);

	const isFirst = useRef(true);
	useEffect(() => {
		if (!isFirst.current && currentId !== undefined) top.current?.scrollIntoView({ block: "start" });
		isFirst.current = false;
	}, [currentId]);

	return (
		<div ref={top} className="max-w-208">
			<div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1">
				<div className="grow basis-80">
					<ProgressBar label="Decided" max={progress.total} value={progress.decided} />
				</div>
				<p>
					{formatCount(progress.decided)} of {formatCount(progress.total)} decided
					{progress.skipped.length > 0 && `, ${formatCount(progress.skipped.length)} skipped`}
				</p>
				<button className="button ml-auto" type="button" aria-keyshortcuts="u" onClick={actions.back}>
					<Icon icon={Undo2} /> Undo
				</button>
			</div>
			{currentId === undefined ? (
				<TriageEnd conference={conference} progress={progress} listPath={listPath} onReviewSkipped={reviewSkipped} />
			) : (
				<>
					<article className="card p-4 sm:p-6" aria-busy={!current}>
						{current ? current.card : <p className="py-8 text-center text-ink-soft">The next talk is on its way…</p>}
						{isAway && !current && (
							<p className="text-problem">
								The server does not answer. What you decided is kept in this browser. Trying again…
							</p>
						)}
					</article>
					<TriageBar isReady={Boolean(current)} onMark={actions.mark} onSkip={actions.skip} />
				</>
			)}
			<p role="status" className="sr-only">
				{current ? `Next: ${current.title}` : ""}
			</p>
		</div>
	);
}

function formatAnnouncement(action: string, title: string): string {
	return `${action}: ${title}${/[.!?…]$/.test(title) ? "" : "."} Undo with u.`;
}

function openTalk(path: string): void {
	void import("@/components/keyboard/navigate").then(({ navigateTo, navigateToField }) =>
		path.includes("#") ? navigateToField(path, "#note-text") : navigateTo(path),
	);
}

const KEYS: Readonly<Record<MarkStatus, string>> = { MUST_SEE: "m", WATCHED: "w", MISSED: "x" };
const ICONS = { MUST_SEE: Star, WATCHED: Check, MISSED: EyeOff };

/** With its key, where there is a keyboard. */
const DECISION =
	"flex min-h-14 items-center justify-center gap-2 rounded-lg border border-line-strong bg-surface font-semibold after:rounded-sm after:border after:border-line-strong after:px-[0.35rem] after:font-mono after:text-[0.8em] after:font-normal after:text-ink-soft after:content-[attr(aria-keyshortcuts)_/_''] hover:bg-sunken disabled:opacity-50 max-sm:flex-col max-sm:gap-[0.15rem] max-sm:text-[0.875rem] max-sm:after:content-none";

type TriageBarProps = {
	/** Whether there is a talk to decide on. */
	isReady: boolean;
	onMark: (status: MarkStatus) => void;
	onSkip: () => void;
};

/** One press a decision. */
function TriageBar({ isReady, onMark, onSkip }: TriageBarProps) {
	return (
		<fieldset
			className="triage-bar sticky bottom-0 z-20 mt-4 grid grid-cols-[repeat(4,1fr)] gap-2 border-t border-line bg-paper py-3"
			disabled={!isReady}
			aria-label="Your decision"
		>
			{MARK_STATUSES.map((status) => (
				<button
					key={status}
					type="button"
					className={`${DECISION} ${MARK_COLOURS[status]}`}
					aria-keyshortcuts={KEYS[status]}
					onClick={() => onMark(status)}
				>
					<Icon icon={ICONS[status]} /> {MARK_LABELS[status]}
				</button>
			))}
			<button type="button" className={DECISION} aria-keyshortcuts="s" onClick={onSkip}>
				<Icon icon={SkipForward} /> Skip
			</button>
		</fieldset>
	);
}

type TriageEndProps = { conference: string; progress: TriageProgress; listPath: string; onReviewSkipped: () => void };

/** What was decided, and where to go from there. */
function TriageEnd({ conference, progress, listPath, onReviewSkipped }: TriageEndProps) {
	const { total, decided, byMark, skipped } = progress;
	const left = skipped.length;
	return (
		<section className="card grid justify-items-center gap-4 px-6 py-10 text-center" aria-labelledby="triage-end">
			<h2 id="triage-end" className="text-xl font-bold">
				{left === 0 ? `All ${formatCount(total)} talks are decided.` : "That was the last talk."}
			</h2>
			<dl className="flex flex-wrap justify-center gap-x-8 gap-y-2">
				{MARK_STATUSES.map((status) => (
					<div key={status}>
						<dt className="text-sm text-ink-soft">{MARK_LABELS[status]}</dt>
						<dd className="text-xl font-semibold">{formatCount(byMark[status])}</dd>
					</div>
				))}
				{left > 0 && (
					<div>
						<dt className="text-sm text-ink-soft">Skipped</dt>
						<dd className="text-xl font-semibold">{formatCount(left)}</dd>
					</div>
				)}
			</dl>
			<p className="flex flex-wrap justify-center gap-2">
				{left > 0 && (
					<button className="button-primary" type="button" onClick={onReviewSkipped}>
						{left === 1 ? "Look at the skipped one again" : `Look at the ${formatCount(left)} skipped again`}
					</button>
				)}
				{decided > 0 && (
					<a className={left > 0 ? "button" : "button-primary"} href="/watchlist">
						Your watchlist
					</a>
				)}
				<a className="button" href={listPath}>
					The list of these talks
				</a>
				<a className="button" href={paths.conference(conference)}>
					The schedule
				</a>
			</p>
		</section>
	);
}
