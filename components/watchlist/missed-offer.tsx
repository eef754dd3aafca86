"use client";

import { useRef, useState } from "react";
import { isWorthRetrying, Retry, readJson, sendJson } from "@/components/visitor/api-client";
import { setMarks } from "@/components/visitor/visitor-store";
import type { MarkStatus } from "@/lib/marks/status";
import { formatCount } from "@/lib/text/format";
import type { MissedOffer as Offer } from "@/lib/watchlist/missed-offer/queries";
import { useMustSee } from "./use-must-see";

/** What the visitor is to be asked about a conference; null where nothing, or where no answer came. */
export async function fetchOffer(conference: string): Promise<Offer | null> {
	const response = await readJson(`/api/missed-offers?${new URLSearchParams({ conference })}`);
	return response?.status === 200 ? (response.body as { readonly offer: Offer | null }).offer : null;
}

async function sendResponse(conference: string, response: "missed" | "no", retry = new Retry()): Promise<void> {
	const sent = await sendJson("/api/missed-offers", "POST", { conference, answer: response });
	if (isWorthRetrying(sent)) retry.again(() => void sendResponse(conference, response, retry));
}

type State =
	| { readonly is: "asked" | "declined" }
	| { readonly is: "missed" | "undone"; readonly ids: readonly number[] };

/** Asks once after a conference whether the must-see talks that were not watched are missed; all but some, and back again. */
export function MissedOffer({ offer: { conference, talks } }: { offer: Offer }) {
	const [state, setState] = useState<State>({ is: "asked" });
	const [excepted, setExcepted] = useState<ReadonlySet<number>>(new Set());
	const section = useRef<HTMLElement>(null);
	const mustSee = useMustSee(talks.map(({ id }) => id));
	const left = talks.filter(({ id }) => mustSee.has(id));
	const ids = left.flatMap(({ id }) => (excepted.has(id) ? [] : [id]));
	if (state.is === "asked" && left.length === 0) return null;

	const mark = (marked: readonly number[], status: MarkStatus) =>
		setMarks(marked.map((talkId) => ({ talkId, status })));
	function changeState(next: State) {
		setState(next);
		// The button that was pressed is gone: the keyboard goes on here.
		section.current?.focus();
	}
	const except = (id: number, isExcepted: boolean) => {
		const others = [...excepted].filter((other) => other !== id);
		setExcepted(new Set(isExcepted ? [...others, id] : others));
	};

	return (
		<section
			ref={section}
			tabIndex={-1}
			aria-label={`After ${conference.title}`}
			className="card my-6 p-4 print:hidden"
		>
			<div role="status">
				{state.is === "missed" && (
					<p className="flex flex-wrap items-center gap-4">
						<span>{`${formatTalkCount(state.ids.length)} now missed. Catch up whenever you like.`}</span>
						<button
							type="button"
							className="button"
							onClick={() => {
								mark(state.ids, "MUST_SEE");
								changeState({ is: "undone", ids: state.ids });
							}}
						>
							Undo
						</button>
					</p>
				)}
				{state.is === "undone" && <p>{`${formatTalkCount(state.ids.length)} must-see again.`}</p>}
				{state.is === "declined" && <p>Nothing is changed.</p>}
			</div>
			{state.is === "asked" && (
				<>
					<p>
						<b>
							{left.length === 1
								? `1 must-see talk of ${conference.title} is not marked watched.`
								: `${formatCount(left.length)} must-see talks of ${conference.title} are not marked watched.`}
						</b>{" "}
						{left.length === 1 ? "Mark it missed?" : "Mark them missed?"}
					</p>
					<p className="mt-3 flex flex-wrap gap-2">
						<button
							type="button"
							className="button-primary disabled:opacity-50 max-sm:px-3"
							disabled={ids.length === 0}
							onClick={() => {
								mark(ids, "MISSED");
								void sendResponse(conference.slug, "missed");
								changeState({ is: "missed", ids });
							}}
						>
							Mark {formatCount(ids.length)} missed
						</button>
						<button
							type="button"
							className="button max-sm:px-3"
							onClick={() => {
								void sendResponse(conference.slug, "no");
								changeState({ is: "declined" });
							}}
						>
							Not now
						</button>
					</p>
					<details className="mt-3" hidden={talks.length === 1}>
						<summary className="w-fit py-2.5 text-ink-soft">Choose which</summary>
						<fieldset className="mt-2">
							<legend className="text-sm text-ink-soft">Those that stay checked are marked missed.</legend>
							<ul className="mt-1 max-h-80 overflow-y-auto">
								{left.map(({ id, title }) => (
									<li key={id}>
										<label className="flex min-h-9 items-center gap-3 py-1 wrap-anywhere max-sm:min-h-11">
											<input
												type="checkbox"
												className="size-4 shrink-0 accent-accent"
												checked={!excepted.has(id)}
												onChange={(event) => except(id, !event.target.checked)}
											/>
											{title}
										</label>
									</li>
								))}
							</ul>
						</fieldset>
					</details>
				</>
			)}
		</section>
	);
}

const formatTalkCount = (count: number) => (count === 1 ? "1 talk is" : `${formatCount(count)} talks are`);
