const PARTS_OF_PRETALX = new Set(["schedule", "talk", "speaker", "cfp", "featured", "sneak", "submit", "me", "login"]);

/**
 * Where a pretalx event's schedule is, from the address of any of its pages, best first; none from the address of a
 * server. See https://docs.pretalx.org/api/: an event is `/EVENT/`, and its schedule `/EVENT/schedule/export/…`.
 */
export function listPretalxFiles(url: string): string[] {
	const { origin, pathname } = new URL(url);
	const segments = pathname.split("/").filter((segment) => segment !== "");
	const part = segments.findIndex((segment, index) => index > 0 && PARTS_OF_PRETALX.has(segment));
	const event = segments.slice(0, part === -1 ? 1 : part);
	if (event.length === 0) return [];
	return ["xml", "json"].map((kind) => `${origin}/${event.join("/")}/schedule/export/schedule.${kind}`);
}

/** Where FOSDEM's schedule of a year is, from the address of any page of that year; none from others. */
export function listFosdemFiles(url: string): string[] {
	const { origin, hostname, pathname } = new URL(url);
	const year = /^\/(20\d\d)(?:\/|$)/.exec(pathname)?.[1];
	return year && /^(?:www\.|archive\.)?fosdem\.org$/.test(hostname) ? [`${origin}/${year}/schedule/xml`] : [];
}
