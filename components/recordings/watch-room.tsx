"use client";

import { useSearchParams } from "next/navigation";
import { type ReactNode, Suspense, useEffect, useState } from "react";
import { PlayerContext } from "@/components/player/player-context";
import { usePlayerState } from "@/components/player/use-player-state";
import { WatchPlayer } from "@/components/player/watch-player";
import type { Recording } from "@/lib/recordings/types";
import { formatClock } from "@/lib/time/clock";
import { EmbedPlayer } from "./embed-player";
import { FilePlayer } from "./file-player";
import { PlayerBar } from "./player-bar";
import { type ResumePosition, useResumePosition } from "./use-resume-position";
import { useTracks } from "./use-tracks";
import { useWatchShortcuts } from "./use-watch-shortcuts";
import { WatchedOffer } from "./watched-offer";

type Playable = Exclude<Recording, { kind: "page" }>;

type Props = {
	talkId: number;
	title: string;
	/** What plays here; none where the talk has no recording. */
	recordings: readonly Playable[];
	hasSubtitles: boolean;
	head: ReactNode;
	/** In the place of the player where there is nothing to play. */
	noRecording: ReactNode;
	note: ReactNode;
	transcript: ReactNode;
};

/** A talk's recording, the note on it and what was said, in one view. */
export function WatchRoom({ talkId, title, recordings, hasSubtitles, head, noRecording, note, transcript }: Props) {
	const [player] = useState(() => new WatchPlayer());
	const [chosen, setChosen] = useState(0);
	const recording = recordings[chosen];
	const tracks = useTracks(talkId, hasSubtitles && recording?.kind === "files");
	const remembered = useResumePosition(player, talkId, recording !== undefined);
	useWatchShortcuts(player, talkId, recording !== undefined);

	function choose(index: number) {
		// Another part begins at its beginning.
		player.restart();
		remembered.forget();
		setChosen(index);
	}

	return (
		<PlayerContext value={player}>
			<Suspense>
				<SeekToUrlTime player={player} onFound={remembered.forget} />
			</Suspense>
			{/* Stacked on a phone, where the player stays at the top while one writes, and no grid: in a cell of one, nothing
			    could stick longer than the cell is there. Side by side on a laptop, in one view: scrolled to its end, the page
			    still has the whole video in view. */}
			<div className="flex flex-col gap-4 [--watch-top:calc(3.5rem_+_1px)] *:min-w-0 lg:-mb-18 lg:grid lg:min-h-(--watch-height) lg:grid-cols-[minmax(0,1fr)_27rem] lg:grid-rows-[auto_auto_minmax(0,1fr)] lg:gap-x-8 lg:[--watch-height:calc(100dvh_-_var(--watch-top)_-_3rem)]">
				<div className="[&_h1]:text-xl sm:[&_h1]:text-2xl [&>header]:mb-0">{head}</div>
				{recording ? (
					<section
						className="sticky top-(--watch-top) z-20 -mx-4 border-b border-line bg-paper px-4 pb-2 lg:static lg:mx-0 lg:border-0 lg:p-0"
						aria-label="Recording"
					>
						{recordings.length > 1 && <Choice recordings={recordings} chosen={chosen} onChoose={choose} />}
						<div className="@container relative">
							{recording.kind === "files" ? (
								<FilePlayer key={chosen} recording={recording} title={title} tracks={tracks} player={player} />
							) : (
								<EmbedPlayer key={chosen} recording={recording} title={title} player={player} />
							)}
							<ResumeNotice player={player} remembered={remembered} />
						</div>
						<PlayerBar player={player} talkId={talkId} />
						<WatchedOffer player={player} talkId={talkId} />
					</section>
				) : (
					<section className="-mx-4 bg-paper px-4 pb-2 lg:mx-0 lg:p-0" aria-label="Recording">
						{noRecording}
					</section>
				)}
				{/* What has the focus has its outline, which needs room. */}
				<aside
					className="lg:sticky lg:top-[calc(var(--watch-top)_+_1.25rem)] lg:col-start-2 lg:row-span-full lg:-m-1 lg:max-h-(--watch-height) lg:self-start lg:overflow-y-auto lg:p-1"
					aria-label="Your note"
				>
					{note}
				</aside>
				<div className="lg:min-h-0 lg:not-empty:h-[max(16rem,100%)]">{transcript}</div>
			</div>
		</PlayerContext>
	);
}

type ChoiceProps = { recordings: readonly Playable[]; chosen: number; onChoose: (index: number) => void };

function Choice({ recordings, chosen, onChoose }: ChoiceProps) {
	return (
		<label className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm empty:hidden">
			<span>Recording</span>
			<select
				className="field w-auto max-w-full min-w-0 grow"
				value={chosen}
				onChange={({ target }) => onChoose(Number(target.value))}
			>
				{recordings.map(({ label }, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: they are told apart by their place alone
					<option key={index} value={index}>
						{recordings.filter((each) => each.label === label).length > 1 ? `${index + 1}. ${label}` : label}
					</option>
				))}
			</select>
		</label>
	);
}

/** Having played on for so long, one knows where one is. */
const NOTICE_SECONDS = 20;

type ResumeNoticeProps = { player: WatchPlayer; remembered: ResumePosition & { readonly forget: () => void } };

/** Says where one goes on, and the way elsewhere. */
function ResumeNotice({ player, remembered: { position, isResumed, forget } }: ResumeNoticeProps) {
	const isOver = usePlayerState(
		player,
		(each) => isResumed && position !== null && each.hasPlayed && (each.currentTime() ?? 0) > position + NOTICE_SECONDS,
		false,
	);
	useEffect(() => {
		if (isOver) forget();
	}, [isOver, forget]);

	const seekTo = (seconds: number) => {
		player.seek(seconds);
		forget();
	};
	return (
		// It is known late: over the picture, it moves nothing. A sound has none.
		<p
			role="status"
			className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm empty:hidden over-picture:absolute over-picture:end-2 over-picture:top-2 over-picture:m-0 over-picture:max-w-[calc(100%-1rem)] over-picture:rounded-lg over-picture:bg-surface/95 over-picture:py-1 over-picture:ps-3 over-picture:pe-1 over-picture:shadow-lg"
		>
			{position !== null && isResumed && (
				<>
					<span>Continued at {formatClock(position)}</span>
					<button type="button" className="button" onClick={() => seekTo(0)}>
						From the beginning
					</button>
				</>
			)}
			{position !== null && !isResumed && (
				<>
					<span>You stopped at {formatClock(position)}</span>
					<button type="button" className="button" onClick={() => seekTo(position)}>
						Continue there
					</button>
				</>
			)}
		</p>
	);
}

type SeekToUrlTimeProps = {
	player: WatchPlayer;
	/** The player was brought there, whatever else was said of its place. */
	onFound: () => void;
};

/** Goes to the moment that the page's address names, `?t=754`, in seconds; another text is none. */
function SeekToUrlTime({ player, onFound }: SeekToUrlTimeProps) {
	const text = useSearchParams().get("t") ?? "";
	useEffect(() => {
		if (!/^\d{1,6}$/.test(text)) return;
		player.seek(Number(text));
		onFound();
	}, [text, player, onFound]);
	return null;
}
