"use client";

import { Maximize, NotebookPen, PictureInPicture2, RotateCcw, RotateCw } from "lucide";
import { useSyncExternalStore } from "react";
import { chooseSpeed, currentSpeed, onSpeed, SPEEDS } from "@/components/player/speed-setting";
import { usePlayerState, useSecond } from "@/components/player/use-player-state";
import type { WatchPlayer } from "@/components/player/watch-player";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { formatClock } from "@/lib/time/clock";
import {
	addTakeaway,
	canPictureInPicture,
	SKIP_SECONDS,
	toggleFullScreen,
	togglePictureInPicture,
} from "./watch-actions";

const CONTROL = "relative w-auto min-w-9 gap-0.5 px-1.5 text-xs max-sm:min-w-11 [&>svg]:text-lg";

type Props = { player: WatchPlayer; talkId: number };

/** What the browser's own controls lack, and the way from what is heard to a takeaway. */
export function PlayerBar({ player, talkId }: Props) {
	const second = useSecond(player);
	const duration = usePlayerState(player, (each) => Math.floor(each.duration() ?? 0), 0);
	const isThere = usePlayerState(player, (each) => each.backend !== null, false);
	const canSetSpeed = usePlayerState(player, (each) => each.backend?.setSpeed !== undefined, false);
	const hasPicture = usePlayerState(player, canPictureInPicture, false);
	const hasTime = isThere && second !== null;
	return (
		<div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
			<fieldset className="flex items-center gap-1" aria-label="Player">
				<IconButton
					className={CONTROL}
					icon={RotateCcw}
					disabled={!hasTime}
					tip="10 seconds back (j)"
					label="10 seconds back"
					onClick={() => player.skip(-SKIP_SECONDS)}
				>
					<span aria-hidden="true">10</span>
				</IconButton>
				<IconButton
					className={CONTROL}
					icon={RotateCw}
					disabled={!hasTime}
					tip="10 seconds on (l)"
					label="10 seconds on"
					onClick={() => player.skip(SKIP_SECONDS)}
				>
					<span aria-hidden="true">10</span>
				</IconButton>
				{canSetSpeed && <SpeedChoice />}
				{hasPicture && (
					<IconButton
						className={CONTROL}
						icon={PictureInPicture2}
						tip="Picture in picture (i)"
						label="Picture in picture"
						onClick={() => void togglePictureInPicture(player)}
					/>
				)}
				<IconButton
					className={CONTROL}
					icon={Maximize}
					disabled={!isThere}
					tip="Full screen (f)"
					label="Full screen"
					onClick={() => void toggleFullScreen(player)}
				/>
				<span className="ml-1 text-sm whitespace-nowrap text-ink-soft max-sm:hidden">
					{hasTime && formatClock(second)}
					{hasTime && duration > 0 && ` / ${formatClock(duration)}`}
				</span>
			</fieldset>
			<button
				type="button"
				className="button-primary max-sm:w-full"
				title="Alt+T, also while you type"
				onClick={() => addTakeaway(player, talkId)}
			>
				<Icon icon={NotebookPen} /> {hasTime ? `Takeaway at ${formatClock(second)}` : "Takeaway"}
			</button>
		</div>
	);
}

function SpeedChoice() {
	const speed = useSyncExternalStore(onSpeed, currentSpeed, () => 1);
	// The browser's own controls have speeds between these.
	const speeds = [...new Set([...SPEEDS, speed])].sort((a, b) => a - b);
	return (
		<select
			className="h-9 rounded-md border border-line bg-surface px-1 text-sm text-ink max-sm:h-11"
			aria-label="Speed"
			title="Speed (< and >)"
			value={speed}
			onChange={({ target }) => chooseSpeed(Number(target.value))}
		>
			{speeds.map((each) => (
				<option key={each} value={each}>
					{each}×
				</option>
			))}
		</select>
	);
}
