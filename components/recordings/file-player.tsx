"use client";

import { RotateCcw } from "lucide";
import { useEffect, useRef, useState } from "react";
import { attachMedia } from "@/components/player/media-backend";
import { chooseSpeed } from "@/components/player/speed-setting";
import type { WatchPlayer } from "@/components/player/watch-player";
import { Icon } from "@/components/ui/icon";
import type { Recording } from "@/lib/recordings/types";
import { InsteadOfPicture, PICTURE } from "./stage";
import type { Track } from "./use-tracks";

type Files = Extract<Recording, { kind: "files" }>;
type Props = { recording: Files; title: string; tracks: readonly Track[]; player: WatchPlayer };

/** The browser's own player, of the first file that it can play. */
export function FilePlayer({ recording, title, tracks, player }: Props) {
	"use memo";
	const video = useRef<HTMLVideoElement>(null);
	/** Files before it could not be read, though the browser thought that it could. */
	const [first, setFirst] = useState(0);
	const [attempt, setAttempt] = useState(0);
	const [isBroken, setIsBroken] = useState(false);
	const files = recording.files.slice(first);

	// biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another element
	useEffect(() => {
		const element = video.current;
		// What plays nothing is at no moment.
		if (!element || isBroken) return;
		const detach = attachMedia(player, element);
		// It may have tried, and given up, before there was anybody to tell. One that is new has not begun to try.
		const timer = setTimeout(() => {
			if (element.networkState === HTMLMediaElement.NETWORK_NO_SOURCE || element.error) setIsBroken(true);
		});
		return () => {
			clearTimeout(timer);
			detach();
		};
	}, [player, first, attempt, isBroken]);

	/** What was being read stopped: where there is another file, it may still be good. */
	function fail() {
		const current = video.current?.currentSrc;
		const failed = recording.files.findIndex(({ url }) => url === current);
		// To go on from.
		const time = player.currentTime();
		if (time !== null) player.seek(time);
		if (failed === -1 || failed >= recording.files.length - 1) setIsBroken(true);
		else setFirst(failed + 1);
	}

	return (
		<>
			{/* biome-ignore lint/a11y/useMediaCaption: its subtitles, where it has any, are below */}
			<video
				key={`${first} ${attempt}`}
				ref={video}
				className={recording.isAudio ? "h-16 max-h-[45dvh] w-full rounded-lg bg-black lg:max-h-[46dvh]" : PICTURE}
				data-sound={recording.isAudio || undefined}
				aria-label={`Recording of ${title}`}
				controls
				playsInline
				preload="metadata"
				hidden={isBroken}
				onError={fail}
				onRateChange={({ currentTarget }) => {
					// The browser's own controls have speeds, too.
					if (currentTarget.readyState > 0) chooseSpeed(currentTarget.playbackRate);
				}}
			>
				{files.map(({ url, type }, index) => (
					<source
						key={url}
						src={url}
						{...(type && { type })}
						onError={(event) => {
							event.stopPropagation();
							if (index === files.length - 1) setIsBroken(true);
						}}
					/>
				))}
				{tracks.map((track) => (
					<track key={track.src} kind="subtitles" {...track} />
				))}
			</video>
			{isBroken && (
				<InsteadOfPicture>
					<p role="alert" className="max-w-prose text-sm">
						The recording cannot be played here: its server does not answer, or this browser cannot play any of its
						files.
					</p>
					<p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm max-w-prose justify-center">
						<button
							type="button"
							className="button"
							onClick={() => {
								setIsBroken(false);
								setFirst(0);
								setAttempt(attempt + 1);
							}}
						>
							<Icon icon={RotateCcw} /> Try again
						</button>
						{recording.files.map(({ url, label }) => (
							<a key={url} className="link" href={url} rel="noopener noreferrer nofollow">
								{label}
							</a>
						))}
					</p>
				</InsteadOfPicture>
			)}
		</>
	);
}
