"use client";

import { useEffect, useRef, useState } from "react";
import { inTurn, isWorthRetrying, refusalOf, sendJson } from "@/components/visitor/sending";
import { currentVisitor } from "@/components/visitor/visitor-store";
import * as paths from "@/lib/talks/paths";
import type { PostPlan } from "@/lib/writeups/import/plan";
import { type Chosen, PostPlanView } from "./post-plan";
import { PostSource } from "./post-source";

const NOTHING_CHOSEN: Chosen = { picks: new Map(), choices: new Map(), marksWatched: false };
const NO_ANSWER = "The server does not answer. Try again in a moment.";

/** Brings a post in: it is pasted or chosen, what comes of it is shown, and it is made once that is wanted. */
export function ImportPost() {
	const [markdown, setMarkdown] = useState("");
	const [plan, setPlan] = useState<PostPlan | null>(null);
	const [chosen, setChosen] = useState<Chosen>(NOTHING_CHOSEN);
	const [problem, setProblem] = useState("");
	const [isBusy, setBusy] = useState(false);
	const head = useRef<HTMLParagraphElement>(null);
	const latest = useRef(0);
	const isShown = plan !== null;
	// What was pressed is gone: whoever goes on with the keyboard goes on at what came.
	useEffect(() => {
		if (isShown) head.current?.focus();
	}, [isShown]);

	async function look(picks: Chosen["picks"]): Promise<void> {
		const asked = ++latest.current;
		setBusy(true);
		setProblem("");
		const answer = await sendJson("/api/writeups/import/plan", "POST", { markdown, picks: pairs(picks) });
		if (asked !== latest.current) return;
		setBusy(false);
		if (answer?.status === 200) setPlan(answer.body as PostPlan);
		else setProblem(answer ? refusalOf(answer) : NO_ANSWER);
	}

	async function bringIn(): Promise<void> {
		setBusy(true);
		setProblem("");
		const { picks, choices, marksWatched } = chosen;
		const chosenNotes = [...choices].map(([talkId, choice]) => ({ talkId, choice }));
		const body = { markdown, picks: pairs(picks), choices: chosenNotes, marksWatched };
		const answer = await inTurn(Boolean(currentVisitor()), () => sendJson("/api/writeups/import", "POST", body));
		if (answer?.status === 200) {
			window.location.assign(paths.writeUp((answer.body as { id: string }).id));
			return;
		}
		setBusy(false);
		setProblem(isWorthRetrying(answer) ? NO_ANSWER : refusalOf(answer));
	}

	if (!plan) {
		return (
			<PostSource
				markdown={markdown}
				onChange={(text) => {
					setMarkdown(text);
					setProblem("");
				}}
				onLook={() => void look(chosen.picks)}
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
					if (changed.picks !== chosen.picks) void look(changed.picks);
				}}
			/>
			<div className="flex flex-wrap items-center gap-3">
				<button
					className="button-primary"
					type="button"
					disabled={isBusy || plan.refusal !== ""}
					onClick={() => void bringIn()}
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

function pairs(picks: Chosen["picks"]) {
	return [...picks].map(([itemId, talkId]) => ({ itemId, talkId }));
}
