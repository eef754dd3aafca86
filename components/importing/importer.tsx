"use client";

import { useEffect, useReducer, useRef, useState } from "react";
import { MAX_SCHEDULE_BYTES } from "@/lib/schedule/reading/text-chunks";
import type { StagingLine } from "@/lib/schedule/staging/types";
import * as paths from "@/lib/talks/paths";
import { FileDrop } from "../ui/file-drop";
import { UrlForm } from "./address-form";
import { FoundSchedule } from "./found-schedule";
import { Imported } from "./imported";
import { nextState } from "./next-state";
import { formatPhase } from "./phase-words";
import { ProgressLine } from "./progress-line";
import { requestLines } from "./send-source";
import type { ImportState, Source } from "./types";

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
