/** A moment of a recording as people write it, `12:34` or `1:02:03`; a part of a second is cut off. */
export function formatClock(seconds: number): string {
	const whole = Math.max(0, Math.floor(seconds));
	const two = (part: number) => String(part).padStart(2, "0");
	const hours = Math.floor(whole / 3600);
	const minutes = Math.floor(whole / 60) % 60;
	const rest = two(whole % 60);
	return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** The whole seconds that a text such as `12:34`, `1:02:03` or `75:00` means; null where it is no such text. */
export function parseClock(text: string): number | null {
	const [, hours, minutes, seconds] = /^(?:(\d{1,3}):(?=\d{2}:))?(\d{1,4}):([0-5]\d)$/.exec(text.trim()) ?? [];
	if (minutes === undefined || seconds === undefined) return null;
	if (hours !== undefined && Number(minutes) > 59) return null;
	return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
}
