import type { CSSProperties } from "react";
import { getTrackHue } from "@/lib/talks/track-hue";
import type { Counted } from "@/lib/talks/types";
import { formatCount } from "@/lib/text/format";

type Props = {
	items: readonly Counted[];
	path: (slug: string) => string;
	/** They are tracks, which have a colour. */
	areTracks?: boolean;
};

/** Tracks, rooms or speakers, each with the number of its talks. */
export function NamedList({ items, path, areTracks = false }: Props) {
	return (
		<ul className="columns-[14rem] gap-x-8">
			{items.map((item) => (
				<li key={item.slug} className="break-inside-avoid">
					<a
						className={`flex min-h-11 items-center gap-2 border-b border-line py-1.5 no-underline hover:text-accent ${areTracks ? "track" : ""}`}
						href={path(item.slug)}
						style={areTracks ? ({ "--hue": getTrackHue(item.name) } as CSSProperties) : undefined}
					>
						<span className="grow wrap-anywhere">{item.name}</span>
						<span className="text-sm text-ink-soft">{formatCount(item.talkCount)}</span>
					</a>
				</li>
			))}
		</ul>
	);
}
