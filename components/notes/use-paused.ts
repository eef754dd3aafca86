import { useEffect, useState } from "react";

/** A long text lags behind while it is typed, since what is made of it takes a while; a short one does not. */
const SHORT = 5_000;
const PAUSE_MS = 400;

export function usePaused(text: string): string {
	const [settled, setSettled] = useState(text);
	const isShort = text.length <= SHORT;
	useEffect(() => {
		const timer = setTimeout(() => setSettled(text), isShort ? 0 : PAUSE_MS);
		return () => clearTimeout(timer);
	}, [text, isShort]);
	return isShort ? text : settled;
}
