"use client";

import "./transcript.css";
import { useEffect, useId, useState } from "react";
import { type ApiResponse, errorMessageOf, readJson, sendJson } from "@/components/visitor/api-client";
import type { Transcript as TranscriptOfFile } from "@/lib/transcripts/types";
import { TranscriptReader } from "./transcript-reader";

type Props = {
	talkId: number;
	/** Of the talk, BCP 47; of several transcripts the one in it is shown first. */
	language: string;
};

/** What is said in a talk, beside its recording: fetched when it is first shown. */
export function Transcript({ talkId, language }: Props) {
	"use memo";
	const headingId = useId();
	const [loaded, setLoaded] = useState<LoadResult | null>(null);
	const [chosen, setChosen] = useState("");
	const [again, setAgain] = useState<"sending" | "">("");
	const [retryProblem, setRetryProblem] = useState("");

	useEffect(() => {
		let isHere = true;
		loadTranscripts(talkId).then((result) => isHere && setLoaded(result));
		return () => {
			isHere = false;
		};
	}, [talkId]);

	async function onAgain() {
		setAgain("sending");
		const result = loaded?.kind === "loaded" ? await retryTranscripts(talkId) : await loadTranscripts(talkId);
		setAgain("");
		// What is known already stays, where only the asking was refused.
		setRetryProblem(result.kind === "failed" ? result.problem : "");
		if (result.kind === "loaded" || loaded?.kind !== "loaded") setLoaded(result);
	}

	const transcripts = loaded?.kind === "loaded" ? loaded.transcripts : [];
	const selected = transcriptToShow(transcripts, chosen, language);
	const problem = problemOf(loaded, selected);
	return (
		<section
			className="card relative grid min-w-0 gap-3 p-4 sm:p-5 lg:flex lg:h-full lg:flex-col"
			aria-labelledby={headingId}
		>
			<div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
				<h2 id={headingId} className="text-[1.125rem] font-semibold">
					Transcript
				</h2>
				{transcripts.length > 1 && selected && (
					<select
						className="field w-auto max-w-full"
						aria-label="Language of the transcript"
						value={selected.url}
						onChange={(event) => setChosen(event.target.value)}
					>
						{transcripts.map(({ url, label }) => (
							<option key={url} value={url}>
								{label}
							</option>
						))}
					</select>
				)}
			</div>
			<div className="wrap-anywhere text-ink-soft empty:hidden" role="status">
				{loaded === null && <p>Loading the transcript…</p>}
				{loaded?.kind === "loaded" && transcripts.length === 0 && (
					<p>There is no transcript: the conference has published no subtitles for this talk.</p>
				)}
				{problem !== "" && <p>There is no transcript. {problem}</p>}
				{problem !== "" && retryProblem !== "" && retryProblem !== problem && <p>{retryProblem}</p>}
			</div>
			{problem !== "" && (
				<div>
					<button className="button" type="button" disabled={again === "sending"} onClick={onAgain}>
						{again === "sending" ? "Trying again…" : "Try again"}
					</button>
				</div>
			)}
			{selected && selected.cues.length > 0 && (
				<TranscriptReader key={selected.url} talkId={talkId} cues={selected.cues} language={selected.language} />
			)}
		</section>
	);
}

/** What was chosen, else what is in the talk's language, else the first that could be read. */
function transcriptToShow(
	transcripts: readonly TranscriptOfFile[],
	chosen: string,
	language: string,
): TranscriptOfFile | undefined {
	const [primary = ""] = language.toLowerCase().split("-");
	const readable = transcripts.filter(({ cues }) => cues.length > 0);
	return (
		transcripts.find(({ url }) => url === chosen) ??
		readable.find((transcript) => primary !== "" && transcript.language.toLowerCase().split("-")[0] === primary) ??
		readable[0] ??
		transcripts[0]
	);
}

function problemOf(loaded: LoadResult | null, selected: TranscriptOfFile | undefined): string {
	return loaded?.kind === "failed" ? loaded.problem : (selected?.problem ?? "");
}

/** What the server has of a talk's transcripts, or why it has not answered, in one sentence. */
type LoadResult =
	| { readonly kind: "loaded"; readonly transcripts: readonly TranscriptOfFile[] }
	| { readonly kind: "failed"; readonly problem: string };

/** The first time somebody asks for it, the server fetches it from the conference. */
async function loadTranscripts(talkId: number): Promise<LoadResult> {
	return parseTranscripts(await readJson(`/api/transcripts/${talkId}`));
}

/** Has the server fetch again what it could not have. */
async function retryTranscripts(talkId: number): Promise<LoadResult> {
	return parseTranscripts(await sendJson(`/api/transcripts/${talkId}`, "POST", { again: true }));
}

function parseTranscripts(response: ApiResponse | null): LoadResult {
	if (!response) return { kind: "failed", problem: "The server did not answer." };
	if (response.status !== 200) return { kind: "failed", problem: errorMessageOf(response) };
	const { transcripts } = response.body as { readonly transcripts: readonly TranscriptOfFile[] };
	return { kind: "loaded", transcripts };
}
