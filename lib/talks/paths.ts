import type { Route } from "next";

/** Addresses of our own pages, by the slugs that they are made of. */
export const paths = {
	conference: (conference: string) => `/conferences/${enc(conference)}` as Route,
	day: (conference: string, day: string) => `/conferences/${enc(conference)}/days/${enc(day)}` as Route,
	talks: (conference: string, params?: URLSearchParams) =>
		`/conferences/${enc(conference)}/talks${params && params.size > 0 ? `?${params}` : ""}` as Route,
	talk: (conference: string, talk: string) => `/conferences/${enc(conference)}/talks/${enc(talk)}` as Route,
	tracks: (conference: string) => `/conferences/${enc(conference)}/tracks` as Route,
	track: (conference: string, track: string) => `/conferences/${enc(conference)}/tracks/${enc(track)}` as Route,
	rooms: (conference: string) => `/conferences/${enc(conference)}/rooms` as Route,
	room: (conference: string, room: string) => `/conferences/${enc(conference)}/rooms/${enc(room)}` as Route,
	speakers: (conference: string) => `/conferences/${enc(conference)}/speakers` as Route,
	speaker: (conference: string, speaker: string) => `/conferences/${enc(conference)}/speakers/${enc(speaker)}` as Route,
	exportMarkdown: (conference?: string) =>
		(conference ? `/export/markdown?conference=${enc(conference)}` : "/export/markdown") as Route,
} as const;

function enc(part: string): string {
	return encodeURIComponent(part);
}
