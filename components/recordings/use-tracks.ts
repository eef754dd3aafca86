"use client";

import { useEffect, useState } from "react";
import { readJson } from "@/components/visitor/api-client";
import type { Transcript } from "@/lib/transcripts/types";

export type Track = { readonly src: string; readonly srcLang?: string; readonly label: string };

/** The subtitles of a talk's recording. Those that could not be read are left out: the transcript says why. */
export function useTracks(talkId: number, hasSubtitles: boolean): readonly Track[] {
	const [tracks, setTracks] = useState<readonly Track[]>([]);
	useEffect(() => {
		if (!hasSubtitles) return;
		let isGone = false;
		void readJson(`/api/transcripts/${talkId}`).then((response) => {
			if (isGone || response?.status !== 200) return;
			const { transcripts } = response.body as { transcripts: readonly Transcript[] };
			setTracks(
				transcripts.flatMap(({ language, label, problem }, index) => {
					const src = `/api/transcripts/${talkId}/subtitles.vtt?n=${index}`;
					return problem ? [] : [{ src, label, ...(language && { srcLang: language }) }];
				}),
			);
		});
		return () => {
			isGone = true;
		};
	}, [talkId, hasSubtitles]);
	return tracks;
}
