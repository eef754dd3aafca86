import { useEffect, useState } from "react";

/** A long text lags behind while it is typed, since what is made of it takes a while; a short one does not. */
const MAX_IMMEDIATE_LENGTH = 5_000;
const PAUSE_MS = 400;

export function useDebounced(text: string): string {
	const [debounced, setDebounced] = useState(text);
	const isShort = text.length <= MAX_IMMEDIATE_LENGTH;
	useEffect(() => {
		const timer = setTimeout(() => setDebounced(text), isShort ? 0 : PAUSE_MS);
		return () => clearTimeout(timer);
	}, [text, isShort]);
	return isShort ? text : debounced;
}
