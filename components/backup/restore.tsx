"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { FileDrop } from "@/components/ui/file-drop";
import { errorMessageOf } from "@/components/visitor/api-client";
import { showVisitorAt } from "@/components/visitor/visitor-store";
import type { Outcome } from "@/lib/backup/outcome";
import * as paths from "@/lib/urls/paths";
import { formatAdded, formatOutcome } from "./format-outcome";

type State =
	| { readonly step: "choose"; readonly problem: string }
	| { readonly step: "reading"; readonly name: string }
	| { readonly step: "found"; readonly file: File; readonly outcome: Outcome; readonly problem: string }
	| { readonly step: "restoring"; readonly file: File; readonly outcome: Outcome }
	| { readonly step: "restored"; readonly outcome: Outcome };

/** Brings a backup in: a file is chosen, what it would do is shown, and it is done once that is wanted. */
export function Restore() {
	const router = useRouter();
	const [state, setState] = useState<State>({ step: "choose", problem: "" });
	const head = useRef<HTMLParagraphElement>(null);
	const { step } = state;
	// What was pressed is gone: whoever goes on with the keyboard goes on at what came.
	useEffect(() => {
		if (step === "found" || step === "restored") head.current?.focus();
	}, [step]);

	const loadPlan = async (file: File) => {
		setState({ step: "reading", name: file.name });
		const response = await sendFile<Outcome>("/api/backup/plan", file);
		if ("problem" in response) setState({ step: "choose", problem: response.problem });
		else setState({ step: "found", file, outcome: response.body, problem: "" });
	};
	const restore = async (file: File, outcome: Outcome) => {
		setState({ step: "restoring", file, outcome });
		const response = await sendFile<Outcome>("/api/backup/restore", file);
		if ("problem" in response) setState({ step: "found", file, outcome, problem: response.problem });
		else {
			setState({ step: "restored", outcome: response.body });
			// The page says what one has, and the header who one is: a guest by now, if one was nobody.
			router.refresh();
			showVisitorAt(window.location.pathname);
		}
	};

	switch (state.step) {
		case "choose":
		case "reading":
			return (
				<div className="grid gap-3">
					<FileDrop
						label="Backup file"
						title="Choose a backup’s file, or drop it here"
						hint="You see what comes of it before anything is changed."
						accept=".json,application/json"
						onFile={(file) => void loadPlan(file)}
					/>
					<p role="status" className="text-ink-soft empty:hidden">
						{state.step === "reading" && `Reading ${state.name} …`}
					</p>
					<p role="alert" className="text-problem wrap-anywhere empty:hidden">
						{state.step === "choose" && state.problem}
					</p>
				</div>
			);
		case "found":
		case "restoring": {
			const { file, outcome } = state;
			return (
				<div className="card grid justify-items-start gap-3 p-5">
					<p ref={head} tabIndex={-1} className="font-semibold wrap-anywhere outline-none">
						{formatFound(file.name, outcome)}
					</p>
					<Sentences outcome={outcome} />
					<div className="flex flex-wrap gap-2">
						{!outcome.isNothing && (
							<button
								className="button-primary"
								type="button"
								disabled={state.step === "restoring"}
								onClick={() => void restore(file, outcome)}
							>
								{state.step === "restoring" ? "Restoring …" : "Restore it"}
							</button>
						)}
						<button
							className="button"
							type="button"
							disabled={state.step === "restoring"}
							onClick={() => setState({ step: "choose", problem: "" })}
						>
							{outcome.isNothing ? "Choose another file" : "Cancel"}
						</button>
					</div>
					<p role="alert" className="text-problem empty:hidden">
						{state.step === "found" && state.problem}
					</p>
				</div>
			);
		}
		case "restored":
			return (
				<div className="card grid justify-items-start gap-3 p-5">
					<p ref={head} tabIndex={-1} className="font-semibold outline-none">
						{formatRestored(state.outcome)}
					</p>
					<Sentences outcome={state.outcome} />
					<div className="flex flex-wrap gap-2">
						<a className="button-primary" href={paths.watchlist()}>
							Open your watchlist
						</a>
						<a className="button" href={paths.accountData()}>
							Done
						</a>
					</div>
				</div>
			);
	}
}

function formatFound(name: string, outcome: Outcome): string {
	if (outcome.isNothing) return `You have everything that is in ${name} already.`;
	const added = formatAdded(outcome);
	return added.length > 0 ? `${name} brings ${list.format(added)}.` : `${name} changes what you have.`;
}

function formatRestored(outcome: Outcome): string {
	const added = formatAdded(outcome);
	return added.length > 0 ? `Restored: ${list.format(added)}.` : "Restored.";
}

const list = new Intl.ListFormat("en");

function Sentences({ outcome }: { outcome: Outcome }) {
	const sentences = formatOutcome(outcome);
	if (sentences.length === 0) return null;
	return (
		<ul className="list-disc space-y-1 pl-5 wrap-anywhere">
			{sentences.map((sentence) => (
				<li key={sentence}>{sentence}</li>
			))}
		</ul>
	);
}

/** Sends a file to one of our own addresses; what it answered, or in one sentence why that is nothing. */
async function sendFile<Body>(url: string, file: File): Promise<{ body: Body } | { problem: string }> {
	try {
		const headers = { "Content-Type": "application/json" };
		const response = await fetch(url, { method: "POST", body: file, headers });
		const body: unknown = await response.json();
		return response.ok ? { body: body as Body } : { problem: errorMessageOf({ status: response.status, body }) };
	} catch {
		return { problem: "The server does not answer. Nothing was changed; try again in a moment." };
	}
}
