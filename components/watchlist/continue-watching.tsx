"use client";

import { X } from "lucide";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { announce } from "@/components/keyboard/announce";
import { removeSavedPosition } from "@/components/recordings/saved-position";
import { IconButton } from "@/components/ui/icon-button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { errorMessageOf, isWorthRetrying, sendJson } from "@/components/visitor/api-client";
import { getMinutesLeft, getWatchedShare } from "@/lib/recordings/playback/progress";
import type { UnfinishedTalk } from "@/lib/recordings/playback/types";
import { formatCount, formatDuration } from "@/lib/text/format";
import { formatClock } from "@/lib/time/clock";
import * as paths from "@/lib/urls/paths";

/** More than that are folded. */
const MAX_OPEN = 3;

/** The talks in whose recordings the visitor stopped, to go on with or to be forgotten. */
export function ContinueWatching({ talks }: { talks: readonly UnfinishedTalk[] }) {
	const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
	const [problem, setProblem] = useState("");
	const section = useRef<HTMLElement>(null);
	const left = talks.filter((talk) => !removed.has(keyOf(talk)));
	if (left.length === 0 && removed.size === 0) return null;

	async function remove(talk: UnfinishedTalk) {
		const response = await sendJson(`/api/playback/${talk.talkId}`, "DELETE", {});
		if (isWorthRetrying(response)) return setProblem("The server does not answer. Try again in a moment.");
		if (response.status !== 200) return setProblem(errorMessageOf(response));
		removeSavedPosition(talk.talkId);
		flushSync(() => {
			setRemoved((before) => new Set([...before, keyOf(talk)]));
			setProblem("");
		});
		announce(`Removed: ${talk.title}`);
		// The button that was pressed is gone: the keyboard goes on at the next talk's, or the last one's.
		const buttons = [...(section.current?.querySelectorAll("button") ?? [])];
		(buttons[Math.min(left.indexOf(talk), buttons.length - 1)] ?? section.current)?.focus();
	}

	const rest = left.slice(MAX_OPEN);
	return (
		<section ref={section} tabIndex={-1} aria-labelledby="continue-watching" className="mb-6">
			<h2 id="continue-watching" className="font-semibold">
				Continue watching
			</h2>
			{left.length === 0 && <p className="mt-1 text-ink-soft">Nothing is left to continue.</p>}
			<Talks talks={left.slice(0, MAX_OPEN)} onRemove={remove} />
			{rest.length > 0 && (
				<details>
					<summary className="w-fit py-2.5 text-accent">{formatCount(rest.length)} more</summary>
					<Talks talks={rest} onRemove={remove} />
				</details>
			)}
			<p role="alert" className="text-problem">
				{problem}
			</p>
		</section>
	);
}

/** Where it is elsewhere by now, the talk was played again. */
const keyOf = ({ talkId, position }: UnfinishedTalk) => `${talkId} ${position}`;

type TalksProps = { talks: readonly UnfinishedTalk[]; onRemove: (talk: UnfinishedTalk) => void };

function Talks({ talks, onRemove }: TalksProps) {
	if (talks.length === 0) return null;
	return (
		<ul className="mt-1 grid gap-x-4 sm:mt-2 sm:grid-cols-2 sm:gap-y-3 lg:grid-cols-3">
			{talks.map((talk) => (
				// A card, and on a phone a line.
				<li
					key={talk.talkId}
					className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 max-sm:pb-1 sm:rounded-card sm:border sm:border-line sm:bg-surface sm:ps-3 sm:pe-2 sm:pt-2 sm:pb-3"
				>
					<div className="relative min-w-0 py-1">
						<a
							className="block truncate font-medium no-underline after:absolute after:inset-0 hover:underline"
							href={paths.watch(talk.conference.slug, talk.slug)}
						>
							{talk.title}
						</a>
						<p className="truncate text-sm text-ink-soft">
							{timeLeft(talk)} · {talk.conference.title}
						</p>
					</div>
					<IconButton icon={X} label={`Remove ${talk.title}`} tip="Remove" onClick={() => onRemove(talk)} />
					<Seen talk={talk} />
				</li>
			))}
		</ul>
	);
}

function Seen({ talk }: { talk: UnfinishedTalk }) {
	const share = getWatchedShare(talk);
	if (share === null) return null;
	return (
		<ProgressBar
			label={`Seen of ${talk.title}`}
			value={share}
			of="watched"
			className="col-span-full h-1 max-sm:w-full sm:me-1 sm:w-auto"
		/>
	);
}

function timeLeft(talk: UnfinishedTalk): string {
	const minutes = getMinutesLeft(talk);
	return minutes === null ? `Stopped at ${formatClock(talk.position)}` : `${formatDuration(minutes)} left`;
}
