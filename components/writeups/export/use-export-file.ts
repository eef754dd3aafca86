"use client";

import { useEffect, useState } from "react";

export type ExportFile = {
	/** Of what it was read. */
	readonly url: string;
	readonly text: string;
	readonly talkCount: number;
};

/** Changes come as fast as keys are pressed. */
const DEBOUNCE_MS = 150;

/** The file at an address, while the address changes; the one before stays until the next is there. */
export function useExportFile(url: string): { file: ExportFile | null; hasFailed: boolean } {
	const [file, setFile] = useState<ExportFile | null>(null);
	const [failed, setFailed] = useState<string | null>(null);
	useEffect(() => {
		const aborter = new AbortController();
		const timer = setTimeout(async () => {
			try {
				setFile(await fetchExportFile(url, aborter.signal));
				setFailed(null);
			} catch {
				if (!aborter.signal.aborted) setFailed(url);
			}
		}, DEBOUNCE_MS);
		return () => {
			clearTimeout(timer);
			aborter.abort();
		};
	}, [url]);
	return { file, hasFailed: failed === url };
}

/** Throws where there is none. */
export async function fetchExportFile(url: string, signal?: AbortSignal): Promise<ExportFile> {
	const response = await fetch(url, { signal });
	if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
	const text = await response.text();
	return { url, text, talkCount: Number(response.headers.get("Talk-Count") ?? 0) };
}
