// Addresses of our own pages, by the slugs that they are made of. Each is a function of its own, so that a page loads those
// that it links to: `import * as paths`.

export const conference = (conference: string) => `/conferences/${encode(conference)}`;
export const day = (conference: string, day: string) => `/conferences/${encode(conference)}/days/${encode(day)}`;
export const talks = (conference: string, params?: URLSearchParams) =>
	withQuery(`/conferences/${encode(conference)}/talks`, params);
export const talk = (conference: string, talk: string) => `/conferences/${encode(conference)}/talks/${encode(talk)}`;
export const changes = (conference: string, params?: URLSearchParams) =>
	withQuery(`/conferences/${encode(conference)}/changes`, params);
export const changesOf = (conference: string, update: number, kind?: string) =>
	`/conferences/${encode(conference)}/changes/${update}${kind ? `?${new URLSearchParams({ kind })}` : ""}`;
export const changesFeed = (conference: string) => `/conferences/${encode(conference)}/changes.atom`;
export const tracks = (conference: string) => `/conferences/${encode(conference)}/tracks`;
export const track = (conference: string, track: string) =>
	`/conferences/${encode(conference)}/tracks/${encode(track)}`;
export const rooms = (conference: string) => `/conferences/${encode(conference)}/rooms`;
export const room = (conference: string, room: string) => `/conferences/${encode(conference)}/rooms/${encode(room)}`;
export const speakers = (conference: string) => `/conferences/${encode(conference)}/speakers`;
export const speaker = (conference: string, speaker: string) =>
	`/conferences/${encode(conference)}/speakers/${encode(speaker)}`;
export const about = (conference: string) => `/conferences/${encode(conference)}/about`;
export const scheduleFile = (conference: string, kind: "json" | "xml" | "ics") =>
	`/conferences/${encode(conference)}/schedule.${kind}`;
export const newManualConference = () => "/conferences/new/by-hand";
export const edit = (conference: string) => `/conferences/${encode(conference)}/edit`;
export const editTracks = (conference: string) => `/conferences/${encode(conference)}/edit/tracks`;
export const editRooms = (conference: string) => `/conferences/${encode(conference)}/edit/rooms`;
export const editSpeakers = (conference: string) => `/conferences/${encode(conference)}/edit/speakers`;
export const editSpeaker = (conference: string, speaker: string) =>
	`/conferences/${encode(conference)}/edit/speakers/${encode(speaker)}`;
export const editTalks = (conference: string) => `/conferences/${encode(conference)}/edit/talks`;
export const editTalk = (conference: string, talk: string) =>
	`/conferences/${encode(conference)}/edit/talks/${encode(talk)}`;
export const newTalk = (conference: string) => `/conferences/${encode(conference)}/edit/new-talk`;
export const exportMarkdown = (conference?: string) =>
	conference ? `/export/markdown?conference=${encode(conference)}` : "/export/markdown";
export const triage = (conference: string, params?: URLSearchParams) =>
	withQuery(`/conferences/${encode(conference)}/triage`, params);
export const watchlistCalendar = () => "/watchlist/calendar";
export const exportCalendar = (params?: URLSearchParams) => withQuery("/export/calendar", params);
export const calendarFeed = (token: string) => `/calendar/${encode(token)}.ics`;
export const topics = () => "/topics";
export const topic = (topic: string) => `/topics/${encode(topic)}`;
export const agenda = (conference: string) => `/conferences/${encode(conference)}/agenda`;
export const talkIds = (conference: string, params: URLSearchParams) =>
	withQuery(`/api/talk-ids/${encode(conference)}`, params);
export const statistics = (conference?: string) =>
	conference ? `/watchlist/statistics?conference=${encode(conference)}` : "/watchlist/statistics";
export const watchlist = (params?: URLSearchParams) => withQuery("/watchlist", params);
export const exportWatchlist = (params: URLSearchParams) =>
	`/export?${new URLSearchParams([["watchlist", "1"], ...params])}`;
export const exportTable = (params: URLSearchParams) => withQuery("/export/csv", params);
export const notes = (params?: URLSearchParams) => withQuery("/notes", params);
/** Of a talk's recording, at a moment where one is said, in seconds. */
export const watch = (conference: string, talk: string, seconds?: number) =>
	`/conferences/${encode(conference)}/talks/${encode(talk)}/watch${seconds === undefined ? "" : `?t=${seconds}`}`;
/** Where one chooses how an export is written; the params say of what. */
export const exportPage = (params?: URLSearchParams) => withQuery("/export", params);
/** From a form that names talks, however many, to that page. */
export const exportTalks = () => "/export/talks";
export const writeUps = () => "/writeups";
export const writeUp = (id: string) => `/writeups/${encode(id)}`;
/** Where one is started; from what, its params say: `conference`, `topic` or `watchlist`. */
export const newWriteUp = (params?: URLSearchParams) => withQuery("/writeups/new", params);
export const publishedWriteUp = (token: string) => `/w/${encode(token)}`;
export const writeUpFeed = (token: string) => `/w/feed/${encode(token)}`;

function withQuery(path: string, params?: URLSearchParams): string {
	return params && params.size > 0 ? `${path}?${params}` : path;
}

function encode(part: string): string {
	return encodeURIComponent(part);
}
export const accountData = () => "/account/data";
export const accountBackup = () => "/account/data/backup";
export const importPost = () => "/writeups/import";
/** The image that stands for the page at `path` where its address is shared. */
export const card = (path: string) => `${path}/card.png`;
export const timetable = (conference: string, day: string) =>
	`/conferences/${encode(conference)}/days/${encode(day)}/timetable`;
