// Addresses of our own pages, by the slugs that they are made of. Each is a function of its own, so that a page loads those
// that it links to: `import * as paths`.

export const conference = (conference: string) => `/conferences/${enc(conference)}`;
export const day = (conference: string, day: string) => `/conferences/${enc(conference)}/days/${enc(day)}`;
export const talks = (conference: string, params?: URLSearchParams) =>
	`/conferences/${enc(conference)}/talks${params && params.size > 0 ? `?${params}` : ""}`;
export const talk = (conference: string, talk: string) => `/conferences/${enc(conference)}/talks/${enc(talk)}`;
export const changes = (conference: string, params?: URLSearchParams) =>
	`/conferences/${enc(conference)}/changes${params && params.size > 0 ? `?${params}` : ""}`;
export const changesOf = (conference: string, update: number, kind?: string) =>
	`/conferences/${enc(conference)}/changes/${update}${kind ? `?${new URLSearchParams({ kind })}` : ""}`;
export const changesFeed = (conference: string) => `/conferences/${enc(conference)}/changes.atom`;
export const tracks = (conference: string) => `/conferences/${enc(conference)}/tracks`;
export const track = (conference: string, track: string) => `/conferences/${enc(conference)}/tracks/${enc(track)}`;
export const rooms = (conference: string) => `/conferences/${enc(conference)}/rooms`;
export const room = (conference: string, room: string) => `/conferences/${enc(conference)}/rooms/${enc(room)}`;
export const speakers = (conference: string) => `/conferences/${enc(conference)}/speakers`;
export const speaker = (conference: string, speaker: string) =>
	`/conferences/${enc(conference)}/speakers/${enc(speaker)}`;
export const about = (conference: string) => `/conferences/${enc(conference)}/about`;
export const scheduleFile = (conference: string, kind: "json" | "xml" | "ics") =>
	`/conferences/${enc(conference)}/schedule.${kind}`;
export const newByHand = () => "/conferences/new/by-hand";
export const edit = (conference: string) => `/conferences/${enc(conference)}/edit`;
export const editTracks = (conference: string) => `/conferences/${enc(conference)}/edit/tracks`;
export const editRooms = (conference: string) => `/conferences/${enc(conference)}/edit/rooms`;
export const editSpeakers = (conference: string) => `/conferences/${enc(conference)}/edit/speakers`;
export const editSpeaker = (conference: string, speaker: string) =>
	`/conferences/${enc(conference)}/edit/speakers/${enc(speaker)}`;
export const editTalks = (conference: string) => `/conferences/${enc(conference)}/edit/talks`;
export const editTalk = (conference: string, talk: string) => `/conferences/${enc(conference)}/edit/talks/${enc(talk)}`;
export const newTalk = (conference: string) => `/conferences/${enc(conference)}/edit/new-talk`;
export const exportMarkdown = (conference?: string) =>
	conference ? `/export/markdown?conference=${enc(conference)}` : "/export/markdown";
export const triage = (conference: string, params?: URLSearchParams) =>
	`/conferences/${enc(conference)}/triage${params && params.size > 0 ? `?${params}` : ""}`;
export const watchlistCalendar = () => "/watchlist/calendar";
export const exportCalendar = (params?: URLSearchParams) =>
	params && params.size > 0 ? `/export/calendar?${params}` : "/export/calendar";
export const calendarFeed = (token: string) => `/calendar/${enc(token)}.ics`;
export const topics = () => "/topics";
export const topic = (topic: string) => `/topics/${enc(topic)}`;
export const agenda = (conference: string) => `/conferences/${enc(conference)}/agenda`;
export const talkIds = (conference: string, params: URLSearchParams) =>
	`/api/talk-ids/${enc(conference)}${params.size > 0 ? `?${params}` : ""}`;
export const statistics = (conference?: string) =>
	conference ? `/watchlist/statistics?conference=${enc(conference)}` : "/watchlist/statistics";
export const watchlist = (params?: URLSearchParams) =>
	params && params.size > 0 ? `/watchlist?${params}` : "/watchlist";
export const exportWatchlist = (params: URLSearchParams) =>
	`/export?${new URLSearchParams([["watchlist", "1"], ...params])}`;
export const exportTable = (params: URLSearchParams) => (params.size > 0 ? `/export/csv?${params}` : "/export/csv");
export const notes = (params?: URLSearchParams) => (params && params.size > 0 ? `/notes?${params}` : "/notes");
/** Of a talk's recording, at a moment where one is said, in seconds. */
export const watch = (conference: string, talk: string, seconds?: number) =>
	`/conferences/${enc(conference)}/talks/${enc(talk)}/watch${seconds === undefined ? "" : `?t=${seconds}`}`;
/** Where one chooses how an export is written; the params say of what. */
export const exportPage = (params?: URLSearchParams) => (params && params.size > 0 ? `/export?${params}` : "/export");
/** From a form that names talks, however many, to that page. */
export const exportTalks = () => "/export/talks";
export const writeUps = () => "/writeups";
export const writeUp = (id: string) => `/writeups/${enc(id)}`;
/** Where one is started; from what, its params say: `conference`, `topic` or `watchlist`. */
export const newWriteUp = (params?: URLSearchParams) =>
	params && params.size > 0 ? `/writeups/new?${params}` : "/writeups/new";
export const publishedWriteUp = (token: string) => `/w/${enc(token)}`;
export const writeUpFeed = (token: string) => `/w/feed/${enc(token)}`;

function enc(part: string): string {
	return encodeURIComponent(part);
}
export const ownData = () => "/account/data";
export const ownBackup = () => "/account/data/backup";
export const importPost = () => "/writeups/import";
/** The image that stands for the page at `path` where its address is shared. */
export const card = (path: string) => `${path}/card.png`;
export const timetable = (conference: string, day: string) =>
	`/conferences/${enc(conference)}/days/${enc(day)}/timetable`;
