"use client";

import { useEffect, useId, useRef, useState } from "react";
import { FileDrop } from "@/components/ui/file-drop";
import { errorMessageOf, isWorthRetrying, sendJson, withLock } from "@/components/visitor/api-client";
import { currentVisitor } from "@/components/visitor/visitor-store";
import * as paths from "@/lib/urls/paths";
import type { PostPlan } from "@/lib/writeups/import/plan";
import { MAX_POST_LENGTH } from "@/lib/writeups/import/schema";
import { type Chosen, PostPlanView } from "./post-plan";
import { readPostFile } from "./read-post-file";

const NOTHING_CHOSEN: Chosen = { picks: new Map(), choices: new Map(), marksWatched: false };
const NO_RESPONSE = "The server does not answer. Try again in a moment.";

/** Brings a post in: it is pasted or chosen, what comes of it is shown, and it is made once that is wanted. */
export function ImportPost() {
	const [markdown, setMarkdown] = useState("");
	const [plan, setPlan] = useState<PostPlan | null>(null);
	const [chosen, setChosen] = useState<Chosen>(NOTHING_CHOSEN);
	const [problem, setProblem] = useState("");
	const [isBusy, setBusy] = useState(false);
	const head = useRef<HTMLParagraphElement>(null);
	const latest = useRef(0);
	const hasPlan = plan !== null;
	// What was pressed is gone: whoever goes on with the keyboard goes on at what came.
	useEffect(() => {
		if (hasPlan) head.current?.focus();
	}, [hasPlan]);

	async function loadPlan(picks: Chosen["picks"]): Promise<void> {
		const requestNumber = ++latest.current;
		setBusy(true);
		setProblem("");
		const response = await sendJson("/api/writeups/import/plan", "POST", { markdown, picks: toPairs(picks) });
		if (requestNumber !== latest.current) return;
		setBusy(false);
		if (response?.status === 200) setPlan(response.body as PostPlan);
		else setProblem(response ? errorMessageOf(response) : NO_RESPONSE);
	}

	async function importPost(): Promise<void> {
		setBusy(true);
		setProblem("");
		const { picks, choices, marksWatched } = chosen;
		const chosenNotes = [...choices].map(([talkId, choice]) => ({ talkId, choice }));
		const body = { markdown, picks: toPairs(picks), choices: chosenNotes, marksWatched };
		const response = await withLock(Boolean(currentVisitor()), () => sendJson("/api/writeups/import", "POST", body));
		if (response?.status === 200) {
			window.location.assign(paths.writeUp((response.body as { id: string }).id));
			return;
		}
		setBusy(false);
		setProblem(isWorthRetrying(response) ? NO_RESPONSE : errorMessageOf(response));
	}

	if (!plan) {
		return (
			<PostSource
				markdown={markdown}
				onChange={(text) => {
					setMarkdown(text);
					setProblem("");
				}}
				onPreview={() => void loadPlan(chosen.picks)}
				isReading={isBusy}
				problem={problem}
			/>
		);
	}
	return (
		<div className="grid gap-6">
			<p ref={head} tabIndex={-1} className="text-ink-soft outline-none">
				Nothing is made yet.
			</p>
			<PostPlanView
				plan={plan}
				chosen={chosen}
				onChange={(changed) => {
					setChosen(changed);
					if (changed.picks !== chosen.picks) void loadPlan(changed.picks);
				}}
			/>
			<div className="flex flex-wrap items-center gap-3">
				<button
					className="button-primary"
					type="button"
					disabled={isBusy || plan.refusal !== ""}
					onClick={() => void importPost()}
				>
					Bring it in
				</button>
				<button
					className="button"
					type="button"
					disabled={isBusy}
					onClick={() => {
						setPlan(null);
						setChosen(NOTHING_CHOSEN);
					}}
				>
					Back
				</button>
				<p role="alert" className="text-problem wrap-anywhere">
					{problem || plan.refusal}
				</p>
			</div>
		</div>
	);
}

function toPairs(picks: Chosen["picks"]) {
	return [...picks].map(([itemId, talkId]) => ({ itemId, talkId }));
}

type PostSourceProps = {
	readonly markdown: string;
	readonly onChange: (markdown: string) => void;
	readonly onPreview: () => void;
	readonly isReading: boolean;
	/** What is wrong with it; empty where nothing is. */
	readonly problem: string;
};

/** Where a post is pasted, chosen or dropped. */
function PostSource({ markdown, onChange, onPreview, isReading, problem }: PostSourceProps) {
	const id = useId();
	const [fileProblem, setFileProblem] = useState("");
	const visibleProblem = fileProblem || problem;
	return (
		<form
			className="grid gap-4"
			onSubmit={(event) => {
				event.preventDefault();
				onPreview();
			}}
		>
			<FileDrop
				label="Post file"
				title="Choose a Markdown file, or drop it here"
				hint="You see what comes of it before anything is made."
				accept=".md,.markdown,.mdx,.mkd,.txt,text/markdown,text/plain"
				onFile={async (file) => {
					const read = await readPostFile(file);
					setFileProblem("problem" in read ? read.problem : "");
					if ("text" in read) onChange(read.text);
				}}
			/>
			<div className="grid gap-1">
				<label htmlFor={id}>Or paste it here</label>
				<textarea
					id={id}
					className="field min-h-64 font-mono text-sm"
					value={markdown}
					maxLength={MAX_POST_LENGTH}
					spellCheck={false}
					onChange={({ target }) => {
						setFileProblem("");
						onChange(target.value);
					}}
				/>
			</div>
			<div className="flex flex-wrap items-center gap-3">
				<button className="button-primary" type="submit" disabled={isReading || markdown.trim() === ""}>
					{isReading ? "Reading …" : "Preview"}
				</button>
				<p role="alert" className="text-problem wrap-anywhere">
					{visibleProblem}
				</p>
			</div>
		</form>
	);
}
