"use client";

import { useEffect, useReducer, useRef, useState } from "react";
import { MAX_SCHEDULE_BYTES } from "@/lib/schedule/reading/text-chunks";
import type { StagingLine } from "@/lib/schedule/staging/types";
import * as paths from "@/lib/talks/paths";
import { FileDrop } from "../ui/file-drop";
import { AddressForm } from "./address-form";
import { FoundSchedule } from "./found-schedule";
import { Imported } from "./imported";
import { nextState } from "./next-state";
import { phaseWords } from "./phase-words";
import { ProgressLine } from "./progress-line";
import { askForLines } from "./send-source";
import type { ImportState, Source } from "./types";

/** From a file or an address to a conference: choose, look at what was found, import or discard it. */
export function Importer() {
	const [state, happened] = useReducer(nextState, { step: "choosing" });
	const [address, setAddress] = useState("");
	const asking = useRef<AbortController>(null);

	const stop = () => asking.current?.abort();
	// What is being found for a page that was left is not wanted any more; what is being imported goes on at the server.
	useEffect(() => () => asking.current?.abort(), []);

	function begin(): AbortSignal {
		stop();
		asking.current = new AbortController();
		return asking.current.signal;
	}

	function find(source: Source) {
		const signal = begin();
		happened({ begun: "finding" });
		if (source.kind === "address") {
			setAddress(source.address);
			askForLines("/api/imports", JSON.stringify({ address: source.address }), { onLine: happened, signal });
			return;
		}
		const { file } = source;
		if (file.size > MAX_SCHEDULE_BYTES) {
			happened({ problem: "The file is larger than 32 MB." });
			return;
		}
		const onSent = (done: number, total: number) => happened({ sent: { phase: "sending", done, total } });
		const path = `/api/imports?${new URLSearchParams({ name: file.name })}`;
		askForLines(path, file, { onLine: happened, onSent, signal });
	}

	function bringIn(id: string, mayWithdraw: number) {
		const signal = begin();
		happened({ begun: "importing" });
		const onLine = (line: StagingLine) => {
			// The browser may have the page as it was, and show that once more before it asks for a newer one.
			if ("report" in line) fetch(paths.conference(line.report.conference), { cache: "reload" }).catch(() => {});
			happened(line);
		};
		askForLines(`/api/imports/${id}`, JSON.stringify({ mayWithdraw }), { onLine, signal });
	}

	function discard(id: string) {
		// It would be gone in an hour anyway.
		fetch(`/api/imports/${id}`, { method: "DELETE", keepalive: true }).catch(() => {});
		happened({ left: true });
	}

	return (
		<div className="grid max-w-3xl gap-4">
			<p role="status" className="sr-only">
				{spoken(state)}
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
					<AddressForm address={address} onAddress={(given) => find({ kind: "address", address: given })} />
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
							happened({ left: true });
						}}
					>
						Cancel
					</button>
				</>
			)}
			{state.step === "found" && (
				<FoundSchedule
					found={state.found}
					choice={{ onImport: (mayWithdraw) => bringIn(state.id, mayWithdraw), onDiscard: () => discard(state.id) }}
				/>
			)}
			{state.step === "importing" && (
				<>
					<ProgressLine progress={state.progress} />
					<FoundSchedule found={state.found} choice={null} />
				</>
			)}
			{state.step === "done" && <Imported report={state.report} onAnother={() => happened({ left: true })} />}
		</div>
	);
}

/** What is said aloud: each phase once, not every step of it. Headings that take the focus say the rest. */
function spoken(state: ImportState): string {
	return state.step === "finding" || state.step === "importing" ? `${phaseWords(state.progress).phase}…` : "";
}
