"use client";

import { type SubmitEvent, useId, useState } from "react";
import { errorMessageOf, isWorthRetrying, sendJson, whyLater, withLock } from "@/components/visitor/api-client";
import { currentVisitor } from "@/components/visitor/visitor-store";
import type { Named } from "@/lib/talks/types";
import * as paths from "@/lib/urls/paths";
import { GROUPINGS, type Grouping } from "@/lib/writeups/options";
import type { WriteUpScope } from "@/lib/writeups/types";

type Props = {
	readonly conferences: readonly Named[];
	readonly topics: readonly Named[];
	/** What the address says it is to be started from. */
	readonly initialScope: WriteUpScope;
};

const GROUP_LABELS: Readonly<Record<Grouping, string>> = {
	track: "By track",
	topic: "By topic",
	day: "By day",
	none: "All in one section",
};

/** Chooses what a write-up begins with, and begins it. */
export function StartForm({ conferences, topics, initialScope }: Props) {
	const id = useId();
	const scopes = scopesOf(conferences, topics, initialScope);
	const [chosen, setChosen] = useState(() => keyOf(initialScope));
	const [group, setGroup] = useState<Grouping>("track");
	const [status, setStatus] = useState("");
	const [isSending, setIsSending] = useState(false);
	const scope = scopes.find((each) => keyOf(each.scope) === chosen)?.scope ?? { kind: "nothing" as const };

	async function start(event: SubmitEvent<HTMLFormElement>) {
		event.preventDefault();
		setIsSending(true);
		const body = { scope, group, date: today() };
		const response = await withLock(Boolean(currentVisitor()), () => sendJson("/api/writeups", "POST", body));
		if (response?.status === 200) {
			window.location.assign(paths.writeUp((response.body as { id: string }).id));
			return;
		}
		setIsSending(false);
		setStatus(isWorthRetrying(response) ? whyLater(response) : errorMessageOf(response));
	}

	return (
		<form onSubmit={start} className="card grid max-w-xl gap-4 p-5">
			<div className="grid gap-1">
				<label htmlFor={`${id}-scope`}>Start from</label>
				<select
					id={`${id}-scope`}
					className="field"
					value={keyOf(scope)}
					onChange={({ target }) => setChosen(target.value)}
				>
					{scopes.map((each) => (
						<option key={keyOf(each.scope)} value={keyOf(each.scope)}>
							{each.name}
						</option>
					))}
				</select>
			</div>
			{scope.kind !== "nothing" && (
				<div className="grid gap-1">
					<label htmlFor={`${id}-group`}>Sections</label>
					<select
						id={`${id}-group`}
						className="field"
						value={group}
						onChange={({ target }) => setGroup(GROUPINGS.find((each) => each === target.value) ?? "track")}
					>
						{GROUPINGS.map((each) => (
							<option key={each} value={each}>
								{GROUP_LABELS[each]}
							</option>
						))}
					</select>
				</div>
			)}
			<div className="flex flex-wrap items-center gap-3">
				<button className="button-primary" type="submit" disabled={isSending}>
					Start
				</button>
				<p role="status" className="text-problem">
					{status}
				</p>
			</div>
		</form>
	);
}

type Choice = { readonly scope: WriteUpScope; readonly name: string };

function scopesOf(conferences: readonly Named[], topics: readonly Named[], initialScope: WriteUpScope): Choice[] {
	return [
		{ scope: { kind: "nothing" }, name: "Nothing" },
		...(initialScope.kind === "watchlist" ? [{ scope: initialScope, name: "What the watchlist shows" }] : []),
		...conferences.map(({ slug, name }) => ({ scope: { kind: "conference", conference: slug } as const, name })),
		...topics.map(({ slug, name }) => ({ scope: { kind: "topic", topic: slug } as const, name: `Topic: ${name}` })),
	];
}

function keyOf(scope: WriteUpScope): string {
	switch (scope.kind) {
		case "nothing":
			return "nothing";
		case "conference":
			return `conference ${scope.conference}`;
		case "topic":
			return `topic ${scope.topic}`;
		case "watchlist":
			return "watchlist";
	}
}

/** Where the visitor is, `YYYY-MM-DD`. */
function today(): string {
	const now = new Date();
	const two = (value: number) => String(value).padStart(2, "0");
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
