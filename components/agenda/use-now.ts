"use client";

import { useEffect, useState } from "react";

const TICK_MS = 20_000;

/** The time, from what the server's clock said on. */
export function useNow(initial: Date): Date {
	const [elapsed, setElapsed] = useState(0);
	useEffect(() => {
		const startedAt = Date.now();
		const timer = setInterval(() => setElapsed(Date.now() - startedAt), TICK_MS);
		return () => clearInterval(timer);
	}, []);
	return new Date(initial.getTime() + elapsed);
}
