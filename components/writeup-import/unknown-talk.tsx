"use client";

import { useEffect, useId, useState } from "react";
import { readJson } from "@/components/visitor/sending";
import type { PostPlan } from "@/lib/writeups/import/plan";

type Choice = {
	readonly id: number;
	readonly title: string;
	readonly speakers: readonly string[];
	readonly conference: string;
};

type Props = {
	readonly unknown: PostPlan["unknown"][number];
	/** Null where it is no talk's. */
	readonly picked: number | null;
	readonly onPick: (talkId: number | null) => void;
};

const PAUSE_MS = 200;

/** A heading of which no address says which talk it means, and the talks that it may. */
export function UnknownTalk({ unknown, picked, onPick }: Props) {
	const id = useId();
	const [query, setQuery] = useState("");
	const [found, setFound] = useState<readonly Choice[]>([]);
	const [said, setSaid] = useState("");

	useEffect(() => {
		if (query.trim() === "") return;
		let isCurrent = true;
		const timer = setTimeout(async () => {
			const answer = await readJson(`/api/writeups/talks?${new URLSearchParams({ q: query })}`);
			if (!isCurrent) return;
			const talks =
				answer?.status === 200 ? (answer.body as { talks: readonly TalkFound[] }).talks.map(choiceOf) : null;
			setSaid(talks ? (talks.length === 0 ? "No talk here has these words." : "") : "The server does not answer.");
			setFound(talks ?? []);
		}, PAUSE_MS);
		return () => {
			isCurrent = false;
			clearTimeout(timer);
		};
	}, [query]);

	const known = new Set(unknown.candidates.map((each) => each.id));
	const choices: readonly Choice[] = [...unknown.candidates, ...found.filter((each) => !known.has(each.id))];
	return (
		<fieldset className="card min-w-0 p-4">
			<legend className="px-1 font-semibold wrap-anywhere">{unknown.title || unknown.address || "No heading"}</legend>
			<div className="grid gap-2">
				<label className="flex gap-2">
					<input type="radio" name={id} checked={picked === null} onChange={() => onPick(null)} />
					<span>No talk: a heading of its own</span>
				</label>
				{choices.map((talk) => (
					<label key={talk.id} className="flex gap-2">
						<input type="radio" name={id} checked={picked === talk.id} onChange={() => onPick(talk.id)} />
						<span className="min-w-0 wrap-anywhere">
							{talk.title}
							<span className="block text-sm text-ink-soft">
								{[talk.speakers.join(", "), talk.conference].filter((each) => each !== "").join(" · ")}
							</span>
						</span>
					</label>
				))}
				<label className="grid gap-1 text-sm" htmlFor={`${id}-search`}>
					Another talk
				</label>
				<input
					id={`${id}-search`}
					className="field max-w-md"
					type="search"
					placeholder="Title or speaker"
					autoComplete="off"
					value={query}
					onChange={({ target }) => setQuery(target.value)}
				/>
				<p role="status" className="text-sm text-ink-soft empty:hidden">
					{query.trim() === "" ? "" : said}
				</p>
			</div>
		</fieldset>
	);
}

type TalkFound = Omit<Choice, "conference"> & { readonly conference: { readonly title: string } };

function choiceOf({ id, title, speakers, conference }: TalkFound): Choice {
	return { id, title, speakers, conference: conference.title };
}
