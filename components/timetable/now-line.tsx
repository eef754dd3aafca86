"use client";

import { type CSSProperties, useEffect, useState } from "react";

const MINUTE = 60_000;

type Props = {
	/** Of the table, in milliseconds since 1970. */
	start: number;
	end: number;
	/** Minutes of a row. */
	step: number;
};

/** A line across the rooms where it is now, while the day is on. */
export function NowLine({ start, end, step }: Props) {
	const [now, setNow] = useState<number | null>(null);
	useEffect(() => {
		const tick = () => setNow(Date.now());
		tick();
		const timer = setInterval(tick, MINUTE);
		return () => clearInterval(timer);
	}, []);
	if (now === null || now < start || now > end) return null;
	const rows = (now - start) / MINUTE / step;
	return <div className="timetable-now" aria-hidden="true" style={{ "--rows": rows } as CSSProperties} />;
}
