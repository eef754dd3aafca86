import type { CSSProperties } from "react";
import * as paths from "@/lib/urls/paths";

/** A track in its hue (see track-hue.ts). */
export function TrackLink({
	conference,
	slug,
	name,
	hue,
}: {
	conference: string;
	slug: string;
	name: string;
	hue: number;
}) {
	return (
		<a className="track" style={{ "--hue": hue } as CSSProperties} href={paths.track(conference, slug)}>
			{name}
		</a>
	);
}
