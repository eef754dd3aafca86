"use client";

import { ExternalLink, Play } from "lucide";
import { useEffect, useRef, useState } from "react";
import { attachVimeo } from "@/components/player/vimeo-backend";
import type { WatchPlayer } from "@/components/player/watch-player";
import { attachYoutube } from "@/components/player/youtube-backend";
import { Icon } from "@/components/ui/icon";
import { createEmbedUrl, EMBED_HOSTS } from "@/lib/recordings/embeds";
import type { Recording } from "@/lib/recordings/types";

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
					className="watch-stage"
					src={src}
					title={`Recording of ${title}, on ${name}`}
					allow="autoplay; fullscreen; picture-in-picture; encrypted-media"
					referrerPolicy="strict-origin-when-cross-origin"
				/>
			) : (
				<div className="watch-stage watch-ask">
					<button className="button-primary" type="button" onClick={load}>
						<Icon icon={Play} /> Play from {name}
					</button>
					<p>
						This recording is on {name}. Once you play it, your browser contacts {name}, and {name} learns your address
						and what you watch.
					</p>
				</div>
			)}
			<p className="watch-line">
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
