/** Addresses of our own pages, by the slugs that they are made of. */
export const paths = {
	conference: (conference: string) => `/conferences/${enc(conference)}`,
	day: (conference: string, day: string) => `/conferences/${enc(conference)}/days/${enc(day)}`,
	talks: (conference: string, params?: URLSearchParams) =>
		`/conferences/${enc(conference)}/talks${params && params.size > 0 ? `?${params}` : ""}`,
	talk: (conference: string, talk: string) => `/conferences/${enc(conference)}/talks/${enc(talk)}`,
	changes: (conference: string, params?: URLSearchParams) =>
		`/conferences/${enc(conference)}/changes${params && params.size > 0 ? `?${params}` : ""}`,
	changesOf: (conference: string, update: number, kind?: string) =>
		`/conferences/${enc(conference)}/changes/${update}${kind ? `?${new URLSearchParams({ kind })}` : ""}`,
	changesFeed: (conference: string) => `/conferences/${enc(conference)}/changes.atom`,
	tracks: (conference: string) => `/conferences/${enc(conference)}/tracks`,
	track: (conference: string, track: string) => `/conferences/${enc(conference)}/tracks/${enc(track)}`,
	rooms: (conference: string) => `/conferences/${enc(conference)}/rooms`,
	room: (conference: string, room: string) => `/conferences/${enc(conference)}/rooms/${enc(room)}`,
	speakers: (conference: string) => `/conferences/${enc(conference)}/speakers`,
	speaker: (conference: string, speaker: string) => `/conferences/${enc(conference)}/speakers/${enc(speaker)}`,
	about: (conference: string) => `/conferences/${enc(conference)}/about`,
	scheduleFile: (conference: string, kind: "json" | "xml" | "ics") =>
		`/conferences/${enc(conference)}/schedule.${kind}`,
	newByHand: () => "/conferences/new/by-hand",
	edit: (conference: string) => `/conferences/${enc(conference)}/edit`,
	editTracks: (conference: string) => `/conferences/${enc(conference)}/edit/tracks`,
	editRooms: (conference: string) => `/conferences/${enc(conference)}/edit/rooms`,
	editSpeakers: (conference: string) => `/conferences/${enc(conference)}/edit/speakers`,
	editSpeaker: (conference: string, speaker: string) => `/conferences/${enc(conference)}/edit/speakers/${enc(speaker)}`,
	editTalks: (conference: string) => `/conferences/${enc(conference)}/edit/talks`,
	editTalk: (conference: string, talk: string) => `/conferences/${enc(conference)}/edit/talks/${enc(talk)}`,
	newTalk: (conference: string) => `/conferences/${enc(conference)}/edit/new-talk`,
	exportMarkdown: (conference?: string) =>
		conference ? `/export/markdown?conference=${enc(conference)}` : "/export/markdown",
} as const;

function enc(part: string): string {
	return encodeURIComponent(part);
}
