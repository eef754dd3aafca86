import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";

/**
 * Of each table, the test tagged `@smoke` that writes and reads it. On PostgreSQL no other end-to-end tests run: no page
 * knows which database it is of, and queries and mutations have integration tests on both.
 */
const SMOKE_TESTS: Readonly<Record<string, string>> = {
	Conference: "an editor makes a conference by hand, whose talk can be marked, noted and exported",
	Track: "combines filters, keeps them in the address and says how many talks match",
	Room: "an editor makes a conference by hand, whose talk can be marked, noted and exported",
	Speaker: "an editor makes a conference by hand, whose talk can be marked, noted and exported",
	Talk: "an editor makes a conference by hand, whose talk can be marked, noted and exported",
	TalkSpeaker: "leads from the conferences to a day, a talk, its speaker and back",
	TalkLink: "combines filters, keeps them in the address and says how many talks match",
	Transcript: "says what is said, as text, and who says it",
	ScheduleUpdate: "stand on the page of one import, and in a feed that readers find",
	TalkChange: "stand on the page of one import, and in a feed that readers find",
	StagedSchedule: "stand on the page of one import, and in a feed that readers find",
	Mark: "is kept over a reload, with no account, and stands wherever the talk does",
	MarkChange: "has both dates of a talk that was watched twice, and they can be corrected",
	Rating: "is for a talk that is marked watched, as soon as it is, and kept",
	Topic: "gather talks across conferences, on a page of their own",
	TopicTalk: "gather talks across conferences, on a page of their own",
	WatchlistPlace: "is moved by keyboard, told, and kept over a reload",
	TriageSkip: "shows one talk after another with what one decides by, and goes on where one stopped",
	MissedOffer: "a conference that is over asks once, with exceptions, and can be undone",
	CalendarFeed: "is asked for under a private address without any cookie, or with somebody else's",
	Playback: "offers to go on where one stopped, the latest first, though nothing is marked",
	Note: "is saved as it is typed, and whole after a reload",
	Takeaway: "is saved as it is typed, and whole after a reload",
	NoteRevision: "keeps what was deleted at once: seen, compared, restored, and the restoring taken back",
	WriteUp: "makes a post of what was marked and noted, as it is written and arranged",
	WriteUpSection: "makes a post of what was marked and noted, as it is written and arranged",
	WriteUpItem: "makes a post of what was marked and noted, as it is written and arranged",
	Publication: "publishes a write-up for strangers, and takes it down",
	WriteUpFeed: "publishes a write-up for strangers, and takes it down",
	ExportSettings: "remembers how a visitor had it written, and each has their own",
	AwaitedTalk: "brings a backup beside what there is, and keeps what no talk is here for",
	User: "stays when the guest signs up, and is there when they sign in elsewhere",
	Session: "stays when the guest signs up, and is there when they sign in elsewhere",
	Account: "stays when the guest signs up, and is there when they sign in elsewhere",
};

/** better-auth wants it to be there, for letters that nobody here sends. */
const UNUSED = ["Verification"];

test("every table is written and read on PostgreSQL, too", async () => {
	const schema = await readFile("prisma/schema.prisma", "utf8");
	const tables = [...schema.matchAll(/^model (\w+)/gm)].map(([, name]) => name);
	expect([...Object.keys(SMOKE_TESTS), ...UNUSED].sort()).toEqual(tables.sort());

	const files = (await readdir("e2e")).filter((name) => name.endsWith(".spec.ts"));
	const source = (await Promise.all(files.map((name) => readFile(`e2e/${name}`, "utf8")))).join("\n");
	const tagged = [...source.matchAll(/test\(\s*"([^"]+)",\s*\{\s*tag: "@smoke",?\s*\}/g)].map(([, title]) => title);
	expect(tagged).toEqual(expect.arrayContaining(Object.values(SMOKE_TESTS)));
});
