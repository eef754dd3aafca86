import type { Browser } from "@playwright/test";
import type { Db } from "@/lib/db/client";
import * as paths from "@/lib/talks/paths";
import { keepTranscript } from "@/lib/transcripts/mutations";
import { readSubtitles } from "@/lib/transcripts/read";
import { talksSaying } from "@/lib/transcripts/search";
import type { Cue } from "@/lib/transcripts/types";
import { toVtt } from "@/lib/transcripts/write-vtt";
import { type Setup, visit, withPage } from "./browser";
import { count, ms, type Row, type Table } from "./report";
import type { Setting } from "./setting";
import { inRounds, median, quantile, timeEach } from "./statistics";

const MINUTES = 60;
const CUES = 1000;
const READINGS = 20;
const ROUNDS = 5;
const SEARCHES = 10;
const SEARCHED = 1000;
const MOST_PAINT_MS = 500;

type Seen = Readonly<Record<"painted" | "blocked" | "cues", number>>;

/** The transcript of a talk of an hour: read from its file, drawn beside its recording; and a search over a conference's. */
export async function measureTranscript({ server, db, subject }: Setting, browser: Browser): Promise<Table> {
	const cues = cuesOfAnHour();
	const path = await keepIt(db, subject.talkIds, cues);
	const views: { name: string; on: Setup["on"] }[] = [
		{ name: "drawn, fast desktop", on: "desktop" },
		{ name: "drawn, processor 4× slower", on: "slow phone" },
	];
	const seen = await inRounds(ROUNDS, views, ({ on }) =>
		withPage(browser, server, { on, scripts: ["transcript.js"] }, async (open) => {
			await visit(open, server.origin + path);
			return open.page.evaluate<Seen>("globalThis.talkshelfTranscript");
		}),
	);
	const drawn = views.map(({ name }, index) => rowOf(name, seen[index] ?? []));
	const painted = ms(median((seen[0] ?? []).map((each) => each.painted)));
	return {
		name: "transcript",
		title: `The transcript of ${MINUTES} minutes, ${CUES.toLocaleString("en")} cues, from its data to painted (medians of ${ROUNDS})`,
		rows: [...drawn, await read(cues), await searched(db, subject.talkIds, cues)],
		targets: [{ name: "a transcript, from its data to painted", measured: painted, below: MOST_PAINT_MS }],
	};
}

function cuesOfAnHour(): Cue[] {
	const length = (MINUTES * 60) / CUES;
	return Array.from({ length: CUES }, (_, index) => ({
		start: index * length,
		end: (index + 1) * length,
		text: `What is said in part ${index} of this talk${index % 5 === 4 ? "." : ", and so on"}`,
	}));
}

/** As the transcript of one talk; answers where that is watched. */
async function keepIt(db: Db, talkIds: readonly number[], cues: readonly Cue[]): Promise<string> {
	const [talkId = 0] = talkIds;
	await keepAs(db, talkId, cues);
	const { slug, conference } = await db.talk.findUniqueOrThrow({
		where: { id: talkId },
		select: { slug: true, conference: { select: { slug: true } } },
	});
	return paths.watch(conference.slug, slug);
}

async function keepAs(db: Db, talkId: number, cues: readonly Cue[]): Promise<void> {
	const url = `https://example.org/${talkId}.vtt`;
	await db.talkLink.deleteMany({ where: { talkId, kind: "SUBTITLES" } });
	const position = await db.talkLink.count({ where: { talkId } });
	await db.talkLink.create({ data: { talkId, url, kind: "SUBTITLES", position: position + 1000 } });
	await keepTranscript(db, { talkId, url, cues, problem: "", fetchedAt: new Date() });
}

function rowOf(name: string, seen: readonly Seen[]): Row {
	const of = (key: keyof Seen) => median(seen.map((each) => each[key]));
	if (of("cues") !== CUES) throw new Error(`${of("cues")} cues were drawn of ${CUES}.`);
	return { name, values: { median: ms(of("painted")), blocked: ms(of("blocked")), times: count(seen.length) } };
}

async function read(cues: readonly Cue[]): Promise<Row> {
	const file = new TextEncoder().encode(toVtt(cues));
	const times = await timeEach(READINGS, async () => {
		if (readSubtitles(file).length !== CUES) throw new Error("Cues were lost.");
	});
	return { name: "read from WebVTT", values: { median: ms(median(times)), times: count(times.length) } };
}

async function searched(db: Db, talkIds: readonly number[], cues: readonly Cue[]): Promise<Row> {
	const some = talkIds.slice(0, SEARCHED);
	for (const talkId of some) await keepAs(db, talkId, cues);
	const words = ["zeppelin", "part"];
	const times = await timeEach(SEARCHES, async () => {
		const found = await talksSaying(db, { talkIds, words });
		if (found.get("part")?.size !== some.length) throw new Error("Not all transcripts were looked through.");
	});
	const name = `a search for two words in ${some.length.toLocaleString("en")} such`;
	return {
		name,
		values: { median: ms(median(times)), "95th percentile": ms(quantile(times, 0.95)), times: count(times.length) },
	};
}
