"use client";

import { ExternalLink, Play } from "lucide";
import { useEffect, useRef, useState } from "react";
import { attachVimeo } from "@/components/player/vimeo-backend";
import type { WatchPlayer } from "@/components/player/watch-player";
import { attachYoutube } from "@/components/player/youtube-backend";
import { Icon } from "@/components/ui/icon";
import { createEmbedUrl, EMBED_HOSTS } from "@/lib/recordings/embeds";
import type { Recording } from "@/lib/recordings/types";
import { InsteadOfPicture, PICTURE } from "./stage";

type Embed = Extract<Recording, { kind: "embed" }>;
type Props = { recording: Embed; title: string; player: WatchPlayer };

/** Another site's player: nothing is loaded from there until the visitor, told from where, says so. */
export function EmbedPlayer({ recording, title, player }: Props) {
	const [src, setSrc] = useState<string>();
	const frame = useRef<HTMLIFrameElement>(null);
	const { name } = EMBED_HOSTS[recording.host];

	useEffect(() => {
		const element = frame.current;
		if (!src || !element) return;
		element.focus();
		if (recording.host === "youtube") return attachYoutube(player, element);
		if (recording.host === "vimeo") return attachVimeo(player, element);
	}, [src, recording.host, player]);

	const load = () => setSrc(createEmbedUrl(recording, player.wanted ?? recording.start, window.location.origin));
	return (
		<>
			{src ? (
				<iframe
					ref={frame}
					className={PICTURE}
					src={src}
					title={`Recording of ${title}, on ${name}`}
					allow="autoplay; fullscreen; picture-in-picture; encrypted-media"
					referrerPolicy="strict-origin-when-cross-origin"
				/>
			) : (
				<InsteadOfPicture>
					<button className="button-primary" type="button" onClick={load}>
						<Icon icon={Play} /> Play from {name}
					</button>
					<p className="max-w-prose text-sm">
						This recording is on {name}. Once you play it, your browser contacts {name}, and {name} learns your address
						and what you watch.
					</p>
				</InsteadOfPicture>
			)}
			<p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm empty:hidden">
				<a className="link" href={recording.url} rel="noopener noreferrer nofollow">
					Open on {name} <Icon icon={ExternalLink} />
				</a>
				{recording.host === "media.ccc.de" && (
					<span>This player does not tell its time: type it into a takeaway, as 12:34.</span>
				)}
			</p>
		</>
	);
}
