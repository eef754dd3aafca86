"use client";

import * as paths from "@/lib/urls/paths";
import type { PostPlan } from "@/lib/writeups/import/plan";
import type { NoteChoice } from "@/lib/writeups/import/types";
import { formatAmounts, formatNoteChanges } from "./format-plan";
import { UnknownTalk } from "./unknown-talk";

export type Chosen = {
	/** Talks that headings mean, by the ids of `unknown`. */
	readonly picks: ReadonlyMap<string, number>;
	readonly choices: ReadonlyMap<number, NoteChoice>;
	readonly marksWatched: boolean;
};

type Props = { readonly plan: PostPlan; readonly chosen: Chosen; readonly onChange: (chosen: Chosen) => void };

const list = new Intl.ListFormat("en");

/** What bringing a post in makes, and what there is to choose. */
export function PostPlanView({ plan, chosen, onChange }: Props) {
	const { picks } = chosen;
	const pick = (picked: readonly (readonly [itemId: string, talkId: number | null])[]) => {
		const changed = new Map(picks);
		for (const [itemId, talkId] of picked) {
			if (talkId === null) changed.delete(itemId);
			else changed.set(itemId, talkId);
		}
		onChange({ ...chosen, picks: changed });
	};
	const sameTitles = plan.unknown.flatMap(({ itemId, candidates }) => {
		const same = candidates.filter(({ isSameTitle }) => isSameTitle);
		const [only, ...others] = same;
		return only && others.length === 0 && !picks.has(itemId) ? [[itemId, only.id] as const] : [];
	});
	const unmarked = plan.talks.filter(({ isMarked }) => !isMarked).length;
	return (
		<div className="grid gap-8">
			<section aria-labelledby="made">
				<h2 id="made" className="text-xl font-semibold">
					What is made
				</h2>
				<p className="mt-2 wrap-anywhere">
					A write-up, “{plan.title || "Untitled"}”{plan.date && `, of ${plan.date}`}: {list.format(formatAmounts(plan))}
					.
				</p>
				<ul className="mt-2 list-disc space-y-1 pl-5 wrap-anywhere">
					{formatNoteChanges(plan.talks).map((sentence) => (
						<li key={sentence}>{sentence}</li>
					))}
					{plan.tags.length > 0 && <li>Its tags and categories: {plan.tags.join(", ")}.</li>}
					<li>
						{SAMENESS[plan.sameness]}
						{plan.difference && <Difference difference={plan.difference} />}
					</li>
					{plan.problems.map((problem) => (
						<li key={problem}>{problem}</li>
					))}
				</ul>
				{plan.existing.map(({ id, title, isSame }) => (
					<p key={id} className="mt-3 rounded-card border border-line bg-sunken p-3 wrap-anywhere">
						{isSame ? "You have this very post already: " : "You have a write-up of this title: "}
						<a className="link" href={paths.writeUp(id)}>
							{title || "Untitled"}
						</a>
						. It stays as it is; this one comes beside it.
					</p>
				))}
			</section>
			{plan.unknown.length > 0 && (
				<section aria-labelledby="unknown">
					<h2 id="unknown" className="text-xl font-semibold">
						Are these talks?
					</h2>
					<p className="mt-2 mb-3 text-ink-soft">No link below these headings leads to a talk that is here.</p>
					{sameTitles.length > 0 && (
						<button className="button mb-3" type="button" onClick={() => pick(sameTitles)}>
							Take the talks of the same titles ({sameTitles.length})
						</button>
					)}
					<div className="grid gap-4">
						{plan.unknown.map((each) => (
							<UnknownTalk
								key={each.itemId}
								unknown={each}
								picked={picks.get(each.itemId) ?? null}
								onPick={(talkId) => pick([[each.itemId, talkId]])}
							/>
						))}
					</div>
				</section>
			)}
			<NoteChoices plan={plan} chosen={chosen} onChange={onChange} />
			<section aria-labelledby="outline">
				<h2 id="outline" className="text-xl font-semibold">
					Its sections
				</h2>
				<Outline plan={plan} />
			</section>
			{unmarked > 0 && (
				<label className="flex gap-2">
					<input
						type="checkbox"
						checked={chosen.marksWatched}
						onChange={({ target }) => onChange({ ...chosen, marksWatched: target.checked })}
					/>
					<span>Mark its talks that have no mark as watched ({unmarked})</span>
				</label>
			)}
		</div>
	);
}

const SAMENESS: Readonly<Record<PostPlan["sameness"], string>> = {
	same: "Exported again, it is the same, letter by letter.",
	"says-the-same": "Exported again, it has the same content, formatted differently.",
	other: "Exported again, not all of it is the same.",
};

function Difference({ difference: { line, post, writeUp } }: { difference: NonNullable<PostPlan["difference"]> }) {
	return (
		<span className="mt-1 block text-sm">
			From line {line}: <del className="rounded-sm bg-sunken px-1 font-mono">{shorten(post)}</del>{" "}
			<ins className="rounded-sm bg-sunken px-1 font-mono">{shorten(writeUp)}</ins>
		</span>
	);
}

const MAX_LINE_LENGTH = 120;

function shorten(line: string): string {
	if (line === "") return "an empty line";
	return line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH)} …` : line;
}

const CHOICES: readonly { readonly choice: NoteChoice; readonly label: string }[] = [
	{ choice: "keep", label: "Leave it alone" },
	{ choice: "add", label: "Add what it lacks" },
	{ choice: "replace", label: "Put the post’s in its place; mine becomes a revision" },
];

function NoteChoices({ plan, chosen, onChange }: Props) {
	const talksWithOtherNote = plan.talks.filter(({ note }) => note === "kept");
	if (talksWithOtherNote.length === 0) return null;
	const choose = (ids: readonly number[], choice: NoteChoice) =>
		onChange({ ...chosen, choices: new Map([...chosen.choices, ...ids.map((id) => [id, choice] as const)]) });
	return (
		<section aria-labelledby="notes">
			<h2 id="notes" className="text-xl font-semibold">
				Your notes that say something else
			</h2>
			<p className="mt-2 mb-3 text-ink-soft">The write-up says what the post says, whatever you choose here.</p>
			{talksWithOtherNote.length > 1 && (
				<p className="mb-3 flex flex-wrap gap-2">
					{CHOICES.map(({ choice, label }) => (
						<button
							key={choice}
							className="button"
							type="button"
							onClick={() =>
								choose(
									talksWithOtherNote.map(({ id }) => id),
									choice,
								)
							}
						>
							All: {label}
						</button>
					))}
				</p>
			)}
			<ul className="grid gap-3">
				{talksWithOtherNote.map(({ id, title, conference }) => (
					<li key={id} className="card grid gap-1 p-4 wrap-anywhere">
						<label htmlFor={`note-${id}`}>
							<span className="font-semibold">{title}</span>
							<span className="block text-sm text-ink-soft">{conference}</span>
						</label>
						<select
							id={`note-${id}`}
							className="field max-w-full justify-self-start"
							value={chosen.choices.get(id) ?? "keep"}
							onChange={({ target }) =>
								choose([id], CHOICES.find(({ choice }) => choice === target.value)?.choice ?? "keep")
							}
						>
							{CHOICES.map(({ choice, label }) => (
								<option key={choice} value={choice}>
									{label}
								</option>
							))}
						</select>
					</li>
				))}
			</ul>
		</section>
	);
}

function Outline({ plan }: { plan: PostPlan }) {
	const talks = new Map(plan.talks.map((talk) => [talk.id, talk]));
	return (
		<ol className="mt-2 grid gap-3">
			{plan.sections.map(({ heading, places: entries }, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: sections of a plan do not move, and may be alike.
				<li key={index} className="wrap-anywhere">
					<p className="font-semibold">{heading || "A section without a heading"}</p>
					<ul className="mt-1 grid gap-1 border-l border-line pl-4">
						{entries.map(({ heading: entryHeading, talkId, takeawayCount }, at) => {
							const talk = talkId === null ? undefined : talks.get(talkId);
							return (
								// biome-ignore lint/suspicious/noArrayIndexKey: as above.
								<li key={at}>
									{entryHeading || talk?.title || "A text"}
									<span className="text-sm text-ink-soft">
										{[
											"",
											...(talk
												? entryHeading !== "" && entryHeading !== talk.title
													? [talk.title]
													: []
												: ["no talk"]),
											...(takeawayCount > 0 ? [`${takeawayCount} takeaways`.replace(/^1 .*/, "1 takeaway")] : []),
										].join(" · ")}
									</span>
								</li>
							);
						})}
					</ul>
				</li>
			))}
		</ol>
	);
}
