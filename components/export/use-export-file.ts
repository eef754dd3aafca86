"use client";

import { useEffect, useState } from "react";

export type ExportFile = {
	/** Of what it was read. */
	readonly address: string;
	readonly text: string;
	readonly talkCount: number;
};

/** Changes come as fast as keys are pressed. */
const WAIT_MS = 150;

/** The file at an address, while the address changes; the one before stays until the next is there. */
export function useExportFile(address: string): { file: ExportFile | null; hasFailed: boolean } {
	const [file, setFile] = useState<ExportFile | null>(null);
	const [failed, setFailed] = useState<string | null>(null);
	useEffect(() => {
		const aborter = new AbortController();
		const timer = setTimeout(async () => {
			try {
				setFile(await readExportFile(address, aborter.signal));
				setFailed(null);
			} catch {
				if (!aborter.signal.aborted) setFailed(address);
			}
		}, WAIT_MS);
		return () => {
			clearTimeout(timer);
			aborter.abort();
		};
	}, [address]);
	return { file, hasFailed: failed === address };
}

/** Throws where there is none. */
export async function readExportFile(address: string, signal?: AbortSignal): Promise<ExportFile> {
	const response = await fetch(address, { signal });
	if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
	const text = await response.text();
	return { address, text, talkCount: Number(response.headers.get("Talk-Count") ?? 0) };
}
