// Every page that there is, as data: the tests look at each of them, and so does `npm run screenshots`.
import * as paths from "@/lib/urls/paths";

/** What the addresses of pages are made of: of one conference, and of what somebody made of it. */
export type Shelf = {
	readonly conference: string;
	readonly day: string;
	readonly talk: string;
	/** A talk with a recording, wherever it is. */
	readonly recorded: { readonly conference: string; readonly talk: string };
	readonly speaker: string;
	readonly track: string;
	readonly room: string;
	/** A conference whose schedule has changed, and the import that changed it. */
	readonly changed: { readonly conference: string; readonly update: number };
	readonly topic: string;
	readonly writeUp: string;
	/** Of the write-up, published. */
	readonly token: string;
};

/**
 * `reader` has an account with marks, notes, topics and a write-up; `newcomer` has one with nothing in it; `stranger` has
 * none.
 */
export type Viewer = "reader" | "administrator" | "newcomer" | "stranger";

export type EveryPage = {
	/** In kebab-case, and no other page's. */
	readonly name: string;
	/** The folder of its page.tsx below app/; null where there is no page. */
	readonly route: string | null;
	readonly viewer: Viewer;
	readonly path: (shelf: Shelf) => string;
};

const CONFERENCE = "conferences/[conference]";
const FILTER = new URLSearchParams({ q: "the" });

const READER: readonly EveryPage[] = [
	page("home", "", () => "/"),
	page("conference", CONFERENCE, (shelf) => paths.conference(shelf.conference)),
	page("day", `${CONFERENCE}/days/[day]`, (shelf) => paths.day(shelf.conference, shelf.day)),
	page("timetable", `${CONFERENCE}/days/[day]/timetable`, (shelf) => paths.timetable(shelf.conference, shelf.day)),
	page("talks", `${CONFERENCE}/talks`, (shelf) => paths.talks(shelf.conference)),
	page("talks-filtered", `${CONFERENCE}/talks`, (shelf) => paths.talks(shelf.conference, FILTER)),
	page("talk", `${CONFERENCE}/talks/[talk]`, (shelf) => paths.talk(shelf.conference, shelf.talk)),
	page("watch", `${CONFERENCE}/talks/[talk]/watch`, ({ recorded }) => paths.watch(recorded.conference, recorded.talk)),
	page("tracks", `${CONFERENCE}/tracks`, (shelf) => paths.tracks(shelf.conference)),
	page("track", `${CONFERENCE}/tracks/[track]`, (shelf) => paths.track(shelf.conference, shelf.track)),
	page("rooms", `${CONFERENCE}/rooms`, (shelf) => paths.rooms(shelf.conference)),
	page("room", `${CONFERENCE}/rooms/[room]`, (shelf) => paths.room(shelf.conference, shelf.room)),
	page("speakers", `${CONFERENCE}/speakers`, (shelf) => paths.speakers(shelf.conference)),
	page("speaker", `${CONFERENCE}/speakers/[speaker]`, (shelf) => paths.speaker(shelf.conference, shelf.speaker)),
	page("about", `${CONFERENCE}/about`, (shelf) => paths.about(shelf.conference)),
	page("changes", `${CONFERENCE}/changes`, ({ changed }) => paths.changes(changed.conference)),
	page("changes-of-import", `${CONFERENCE}/changes/[update]`, ({ changed }) =>
		paths.changesOf(changed.conference, changed.update),
	),
	page("agenda", `${CONFERENCE}/agenda`, (shelf) => paths.agenda(shelf.conference)),
	page("triage", `${CONFERENCE}/triage`, (shelf) => paths.triage(shelf.conference)),
	page("watchlist", "watchlist", () => paths.watchlist()),
	page("statistics", "watchlist/statistics", () => paths.statistics()),
	page("watchlist-calendar", "watchlist/calendar", () => paths.watchlistCalendar()),
	page("notes", "notes", () => paths.notes()),
	page("topics", "topics", () => paths.topics()),
	page("topic", "topics/[topic]", (shelf) => paths.topic(shelf.topic)),
	page("write-ups", "writeups", () => paths.writeUps()),
	page("write-up", "writeups/[writeUp]", (shelf) => paths.writeUp(shelf.writeUp)),
	page("new-write-up", "writeups/new", () => paths.newWriteUp()),
	page("import-post", "writeups/import", () => paths.importPost()),
	page("export", "export", (shelf) => paths.exportPage(new URLSearchParams({ conference: shelf.conference }))),
	page("account", "account", () => "/account"),
	page("own-data", "account/data", () => paths.accountData()),
];

const ADMINISTRATOR = as("administrator", [
	page("add-conference", "conferences/new", () => "/conferences/new"),
	page("add-conference-by-hand", "conferences/new/by-hand", () => paths.newManualConference()),
	page("edit", `${CONFERENCE}/edit`, (shelf) => paths.edit(shelf.conference)),
	page("edit-tracks", `${CONFERENCE}/edit/tracks`, (shelf) => paths.editTracks(shelf.conference)),
	page("edit-rooms", `${CONFERENCE}/edit/rooms`, (shelf) => paths.editRooms(shelf.conference)),
	page("edit-speakers", `${CONFERENCE}/edit/speakers`, (shelf) => paths.editSpeakers(shelf.conference)),
	page("edit-speaker", `${CONFERENCE}/edit/speakers/[speaker]`, (shelf) =>
		paths.editSpeaker(shelf.conference, shelf.speaker),
	),
	page("edit-talks", `${CONFERENCE}/edit/talks`, (shelf) => paths.editTalks(shelf.conference)),
	page("edit-talk", `${CONFERENCE}/edit/talks/[talk]`, (shelf) => paths.editTalk(shelf.conference, shelf.talk)),
	page("new-talk", `${CONFERENCE}/edit/new-talk`, (shelf) => paths.newTalk(shelf.conference)),
	page("editors", "account/editors", () => "/account/editors"),
]);

const NEWCOMER = as("newcomer", [
	page("agenda-empty", `${CONFERENCE}/agenda`, (shelf) => paths.agenda(shelf.conference)),
	page("watchlist-empty", "watchlist", () => paths.watchlist()),
	page("statistics-empty", "watchlist/statistics", () => paths.statistics()),
	page("notes-empty", "notes", () => paths.notes()),
	page("topics-empty", "topics", () => paths.topics()),
	page("write-ups-empty", "writeups", () => paths.writeUps()),
	page("export-empty", "export", (shelf) => paths.exportPage(new URLSearchParams({ conference: shelf.conference }))),
	page("edit-refused", `${CONFERENCE}/edit`, (shelf) => paths.edit(shelf.conference)),
	page("add-conference-refused", "conferences/new", () => "/conferences/new"),
]);

const ANONYMOUS = as("stranger", [
	page("home-stranger", "", () => "/"),
	page("sign-in", "account/sign-in", () => "/account/sign-in"),
	page("sign-up", "account/sign-up", () => "/account/sign-up"),
	page("published", "w/[token]", (shelf) => paths.publishedWriteUp(shelf.token)),
	page("watchlist-stranger", "watchlist", () => paths.watchlist()),
	page("not-found", null, () => "/nowhere"),
	page("not-found-conference", null, () => paths.conference("nowhere")),
	page("not-found-day", null, (shelf) => paths.day(shelf.conference, "1999-01-01")),
	page("not-found-talk", null, (shelf) => paths.talk(shelf.conference, "nowhere")),
	page("not-found-speaker", null, (shelf) => paths.speaker(shelf.conference, "nowhere")),
	page("not-found-track", null, (shelf) => paths.track(shelf.conference, "nowhere")),
	page("not-found-room", null, (shelf) => paths.room(shelf.conference, "nowhere")),
	page("not-found-topic", null, () => paths.topic("nowhere")),
	page("not-found-write-up", null, () => paths.publishedWriteUp("nowhere")),
]);

/** All of them. */
export const EVERY_PAGE: readonly EveryPage[] = [...READER, ...ADMINISTRATOR, ...NEWCOMER, ...ANONYMOUS];

function page(name: string, route: string | null, path: (shelf: Shelf) => string): EveryPage {
	return { name, route, viewer: "reader", path };
}

function as(viewer: Viewer, pages: readonly EveryPage[]): readonly EveryPage[] {
	return pages.map((each) => ({ ...each, viewer }));
}
