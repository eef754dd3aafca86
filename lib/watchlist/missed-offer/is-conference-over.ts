import { formatIsoDate } from "@/lib/text/format";

/**
 * Whether a conference's last day has ended in its zone. A day goes on into the night as long as the schedule says:
 * `dayChange` is in minutes after midnight.
 */
export function isConferenceOver(
	conference: { readonly endDate: string; readonly timeZone: string; readonly dayChange: number },
	now: Date,
): boolean {
	const today = formatIsoDate(new Date(now.getTime() - conference.dayChange * 60_000), conference.timeZone);
	return today > conference.endDate;
}
