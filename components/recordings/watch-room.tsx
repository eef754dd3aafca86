"use client";

import "./watch.css";
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
			<div className="watch-room">
				<div className="watch-head">{head}</div>
				{recording ? (
					<section className="watch-player" aria-label="Recording">
						{recordings.length > 1 && <Choice recordings={recordings} chosen={chosen} onChoose={choose} />}
						<div className="watch-picture">
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
					<section className="watch-player watch-none" aria-label="Recording">
						{noRecording}
					</section>
				)}
				<aside className="watch-note" aria-label="Your note">
					{note}
				</aside>
				<div className="watch-transcript">{transcript}</div>
			</div>
		</PlayerContext>
	);
}

type ChoiceProps = { recordings: readonly Playable[]; chosen: number; onChoose: (index: number) => void };

function Choice({ recordings, chosen, onChoose }: ChoiceProps) {
	return (
		<label className="watch-line">
			<span>Recording</span>
			<select className="field watch-choice" value={chosen} onChange={({ target }) => onChoose(Number(target.value))}>
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
		<p role="status" className="watch-line watch-continued">
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
