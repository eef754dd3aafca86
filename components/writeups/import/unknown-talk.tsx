"use client";

import { useId, useState } from "react";
import { useTalkSearch } from "@/components/writeups/use-talk-search";
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

/** A heading of which no address says which talk it means, and the talks that it may. */
export function UnknownTalk({ unknown, picked, onPick }: Props) {
	const id = useId();
	const [query, setQuery] = useState("");
	const { found } = useTalkSearch(query);
	const further = (found?.talks ?? []).map(({ id: talkId, title, speakers, conference }) => ({
		...{ id: talkId, title, speakers, conference: conference.title },
	}));
	const emptyMessage = found?.talks === null ? "The server does not answer." : "No talks found.";
	const isNothingFound = found !== null && further.length === 0;

	const known = new Set(unknown.candidates.map((each) => each.id));
	const choices: readonly Choice[] = [...unknown.candidates, ...further.filter((each) => !known.has(each.id))];
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
					{query.trim() !== "" && isNothingFound && emptyMessage}
				</p>
			</div>
		</fieldset>
	);
}
