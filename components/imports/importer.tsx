"use client";

import { type ReactNode, useEffect, useReducer, useRef, useState } from "react";
import { FileDrop } from "@/components/ui/file-drop";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ImportPreview, StagingLine } from "@/lib/imports/types";
import { MAX_SCHEDULE_BYTES } from "@/lib/schedule/reading/text-chunks";
import type { ImportReport } from "@/lib/schedule/report";
import { asksFirst } from "@/lib/schedule/withdrawal";
import { formatCount, formatDays } from "@/lib/text/format";
import { formatAmount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";
import { formatChanges, formatEffect, formatPhase, withdrawalWords } from "./format-changes";
import type { ImportState, Progress, Source } from "./next-state";
import { nextState } from "./next-state";
import { requestLines } from "./send-source";

/** From a file or an address to a conference: choose, look at what was found, import or discard it. */
export function Importer() {
	const [state, dispatch] = useReducer(nextState, { step: "choosing" });
	const [url, setUrl] = useState("");
	const controller = useRef<AbortController>(null);

	const stop = () => controller.current?.abort();
	// What is being found for a page that was left is not wanted any more; what is being imported goes on at the server.
	useEffect(() => () => controller.current?.abort(), []);

	function begin(): AbortSignal {
		stop();
		controller.current = new AbortController();
		return controller.current.signal;
	}

	function find(source: Source) {
		const signal = begin();
		dispatch({ begun: "finding" });
		if (source.kind === "address") {
			setUrl(source.url);
			requestLines("/api/imports", JSON.stringify({ address: source.url }), { onLine: dispatch, signal });
			return;
		}
		const { file } = source;
		if (file.size > MAX_SCHEDULE_BYTES) {
			dispatch({ problem: "The file is larger than 32 MB." });
			return;
		}
		const onSent = (done: number, total: number) => dispatch({ sent: { phase: "sending", done, total } });
		const path = `/api/imports?${new URLSearchParams({ name: file.name })}`;
		requestLines(path, file, { onLine: dispatch, onSent, signal });
	}

	function startImport(id: string, mayWithdraw: number) {
		const signal = begin();
		dispatch({ begun: "importing" });
		const onLine = (line: StagingLine) => {
			// The browser may have the page as it was, and show that once more before it asks for a newer one.
			if ("report" in line) fetch(paths.conference(line.report.conference), { cache: "reload" }).catch(() => {});
			dispatch(line);
		};
		requestLines(`/api/imports/${id}`, JSON.stringify({ mayWithdraw }), { onLine, signal });
	}

	function discard(id: string) {
		// It would be gone in an hour anyway.
		fetch(`/api/imports/${id}`, { method: "DELETE", keepalive: true }).catch(() => {});
		dispatch({ left: true });
	}

	return (
		<div className="grid max-w-3xl gap-4">
			<p role="status" className="sr-only">
				{formatStatus(state)}
			</p>
			{"problem" in state && state.problem && (
				<p role="alert" className="card border-problem p-4 text-problem wrap-anywhere">
					{state.problem}
				</p>
			)}
			{state.step === "choosing" && (
				<>
					<FileDrop
						label="Schedule file"
						title="Choose a schedule’s file, or drop it here"
						hint="XML, JSON, iCalendar or CSV, up to 32 MB. You see what is in it before anything is imported."
						onFile={(file) => find({ kind: "file", file })}
					/>
					<UrlForm url={url} onUrl={(newUrl) => find({ kind: "address", url: newUrl })} />
				</>
			)}
			{state.step === "finding" && (
				<>
					<ProgressLine progress={state.progress} />
					<button
						className="button justify-self-start"
						type="button"
						onClick={() => {
							stop();
							dispatch({ left: true });
						}}
					>
						Cancel
					</button>
				</>
			)}
			{state.step === "found" && (
				<FoundSchedule
					found={state.found}
					choice={{ onImport: (mayWithdraw) => startImport(state.id, mayWithdraw), onDiscard: () => discard(state.id) }}
				/>
			)}
			{state.step === "importing" && (
				<>
					<ProgressLine progress={state.progress} />
					<FoundSchedule found={state.found} choice={null} />
				</>
			)}
			{state.step === "done" && <Imported report={state.report} onAnother={() => dispatch({ left: true })} />}
		</div>
	);
}

/** What is said aloud: each phase once, not every step of it. Headings that take the focus say the rest. */
function formatStatus(state: ImportState): string {
	return state.step === "finding" || state.step === "importing" ? `${formatPhase(state.progress).phase}…` : "";
}

/** What is being done and how far it is, to look at; see Importer for what is said aloud. */
function ProgressLine({ progress }: { progress: Progress | null }) {
	const { phase, amount } = formatPhase(progress);
	const known = progress && "total" in progress && progress.total > 0 ? progress : null;
	return (
		<div className="card p-5">
			<p className="flex flex-wrap justify-between gap-x-4 wrap-anywhere">
				<span className="font-semibold">{phase}…</span>
				<span className="text-ink-soft tabular-nums">{amount}</span>
			</p>
			<div className="mt-2">
				<ProgressBar label={phase} {...(known && { value: known.done, max: known.total })} />
			</div>
		</div>
	);
}

type UrlFormProps = {
	/** What was typed before. */
	url: string;
	onUrl: (url: string) => void;
};

/** Where an address is pasted. */
function UrlForm({ url, onUrl }: UrlFormProps) {
	return (
		<form
			className="card p-5"
			onSubmit={(event) => {
				event.preventDefault();
				const value = new FormData(event.currentTarget).get("address");
				if (typeof value === "string" && value.trim() !== "") onUrl(value.trim());
			}}
		>
			<label htmlFor="address">Address of a schedule</label>
			<div className="mt-1 flex flex-wrap gap-2">
				<input
					id="address"
					className="field min-w-48 flex-1"
					name="address"
					// Not of type "url": "fosdem.org/2026" will do.
					type="text"
					inputMode="url"
					autoComplete="off"
					autoCapitalize="none"
					spellCheck={false}
					maxLength={2000}
					placeholder="https://"
					defaultValue={url}
					aria-describedby="address-about"
					required
				/>
				<button className="button-primary" type="submit">
					Find
				</button>
			</div>
			<p id="address-about" className="mt-2 text-sm text-ink-soft">
				Of the file itself, a pretalx event, a year of FOSDEM, or any page that links to its schedule.
			</p>
		</form>
	);
}

/** What an import did, and the way to the conference. */
function Imported({ report, onAnother }: { report: ImportReport; onAnother: () => void }) {
	return (
		<section className="card p-5 wrap-anywhere" aria-labelledby="imported">
			<StepHeading id="imported">{report.title} is imported</StepHeading>
			<p className="mt-2">{formatChanges(report.talks)}</p>
			<Counts of={report} />
			<Warnings warnings={report.warnings} />
			<div className="mt-6 flex flex-wrap gap-3">
				{/* With a target it loads a document, and what this one keeps of pages as they were is gone. */}
				<a className="button-primary" href={paths.conference(report.conference)} target="_self">
					Open the conference
				</a>
				<button className="button" type="button" onClick={onAnother}>
					Add another
				</button>
			</div>
		</section>
	);
}

type FoundScheduleProps = {
	found: ImportPreview;
	/** What to do with it; null while it is being imported. */
	choice: { readonly onImport: (mayWithdraw: number) => void; readonly onDiscard: () => void } | null;
};

/** What a file holds and what importing it would do, before that is done. */
function FoundSchedule({ found, choice }: FoundScheduleProps) {
	const question = found.update && asksFirst(found.update) ? found.update : null;
	return (
		<section className="card p-5 wrap-anywhere" aria-labelledby="found">
			<StepHeading id="found">{found.title}</StepHeading>
			<p className="mt-1 text-ink-soft">
				{formatDays(found.startDate, found.endDate)} ·{" "}
				{formatAmount(found.dayCount, "day with talks", "days with talks")}
			</p>
			<p className="mt-1 text-sm text-ink-soft">From {found.source}</p>
			<Counts of={found} />
			<p className="mt-5">{formatEffect(found)}</p>
			<Warnings warnings={found.warnings} />
			{choice && (
				<form
					className="mt-6"
					onSubmit={(event) => {
						event.preventDefault();
						choice.onImport(question ? question.withdrawn : 0);
					}}
				>
					{question && (
						<label className="mb-3 inline-flex min-h-11 items-center gap-2 font-semibold">
							<input type="checkbox" className="size-5 shrink-0 accent-accent" required />
							{withdrawalWords(question)}
						</label>
					)}
					<div className="flex flex-wrap gap-3">
						<button className="button-primary" type="submit">
							Import
						</button>
						<button className="button" type="button" onClick={choice.onDiscard}>
							Discard
						</button>
					</div>
				</form>
			)}
		</section>
	);
}

type Props = {
	of: {
		readonly talkCount: number;
		readonly recorded: number;
		readonly tracks: number;
		readonly rooms: number;
		readonly speakers: number;
	};
};

/** How much a schedule holds. */
function Counts({ of }: Props) {
	const counts = [
		["Talks", of.talkCount],
		["With a recording", of.recorded],
		["Tracks", of.tracks],
		["Rooms", of.rooms],
		["Speakers", of.speakers],
	] as const;
	return (
		<dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-5">
			{counts.map(([name, count]) => (
				<div key={name} className="flex flex-col-reverse">
					<dt className="text-sm text-ink-soft">{name}</dt>
					<dd className="text-xl font-bold tabular-nums">{formatCount(count)}</dd>
				</div>
			))}
		</dl>
	);
}

/** The heading of what has just come in the place of something else: it is read, and the next Tab goes on from it. */
function StepHeading({ id, children }: { id: string; children: ReactNode }) {
	return (
		<h2 id={id} ref={focus} tabIndex={-1} className="text-xl font-bold outline-none">
			{children}
		</h2>
	);
}

const focus = (heading: HTMLElement | null) => heading?.focus();

const MAX_EXPANDED = 5;

/** What was left out or guessed; folded where that is much. */
function Warnings({ warnings }: { warnings: readonly string[] }) {
	if (warnings.length === 0) return null;
	const list = (
		<ul className="mt-2 list-disc pl-5 text-sm wrap-anywhere">
			{warnings.map((warning, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and none ever moves.
				<li key={index}>{warning}</li>
			))}
		</ul>
	);
	const title = formatAmount(warnings.length, "warning", "warnings");
	if (warnings.length <= MAX_EXPANDED) {
		return (
			<section className="mt-5" aria-label={title}>
				<h3 className="font-semibold">{title}</h3>
				{list}
			</section>
		);
	}
	return (
		<details className="mt-5">
			<summary className="min-h-11 py-2.5 cursor-pointer font-semibold">{title}</summary>
			{list}
		</details>
	);
}
