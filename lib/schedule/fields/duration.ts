const MAX_MINUTES = 31 * 24 * 60;

/**
 * Minutes of a duration as schedules write it: `90` (minutes), `H:MM` with any number of hours, and `D:HH:MM`, which
 * pretalx writes from one day on. A third part that cannot be meant so is read as `H:MM:SS`: hours past 23, or no day
 * and no minutes ("00:45:00"). Null where it is none of them, or longer than a month.
 */
export function parseDuration(text: string): number | null {
	const parts = /^(\d{1,5})(?::(\d{1,2}))?(?::(\d{1,2}))?$/.exec(text.trim());
	if (!parts) return null;
	const [first, second, third] = [parts[1], parts[2], parts[3]].map((part) =>
		part === undefined ? null : Number(part),
	);
	const minutes = toMinutes(first ?? 0, second ?? null, third ?? null);
	return minutes !== null && minutes <= MAX_MINUTES ? minutes : null;
}

function toMinutes(first: number, second: number | null, third: number | null): number | null {
	if (second === null) return first;
	if (second > 59) return null;
	if (third === null) return first * 60 + second;
	if (third > 59) return null;
	const hasSeconds = second > 23 || (first === 0 && third === 0);
	return hasSeconds ? first * 60 + second : (first * 24 + second) * 60 + third;
}
