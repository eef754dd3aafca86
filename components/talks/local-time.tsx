"use client";

import { useSyncExternalStore } from "react";
import { formatTime, formatWeekdayTime } from "@/lib/text/format";

type Props = {
	/** Milliseconds since 1970. */
	instant: number;
	/** The conference's time, as it stands beside. */
	conferenceTime: string;
	withWeekday?: boolean;
};

const subscribeToNothing = () => () => {};

let zone: string | undefined;
/** Asked for once: every time of a list needs it. */
function localTimeZone(): string {
	zone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone;
	return zone;
}

/** The visitor's own time beside the conference's, where the two differ. The server does not know it. */
export function LocalTime({ instant, conferenceTime, withWeekday = false }: Props) {
	const zone = useSyncExternalStore(subscribeToNothing, localTimeZone, () => null);
	if (!zone) return null;
	const date = new Date(instant);
	if (formatTime(date, zone) === conferenceTime) return null;
	return (
		<span className="local-time">{withWeekday ? formatWeekdayTime(date, zone) : formatTime(date, zone)} your time</span>
	);
}
