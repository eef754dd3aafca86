import type { Browser } from "@playwright/test";
import type { Db } from "@/lib/db/client";
import { saveTranscript } from "@/lib/transcripts/mutations";
import { readSubtitles } from "@/lib/transcripts/read-subtitles";
import { findTalksSaying } from "@/lib/transcripts/search";
import type { Cue } from "@/lib/transcripts/types";
import { toVtt } from "@/lib/transcripts/write-vtt";
import * as paths from "@/lib/urls/paths";
import type { BenchContext } from "./bench-context";
import { type Setup, visit, withPage } from "./browser";
import { count, ms, type Row, type Table } from "./report";
import { inRounds, median, quantile, timeEach } from "./statistics";

const MINUTES = 60;
const CUES = 1000;
const READINGS = 20;
const ROUNDS = 5;
const SEARCHES = 10;
const SEARCHED = 1000;
const MAX_PAINT_MS = 500;

type TranscriptTimes = Readonly<Record<"painted" | "blocked" | "cues", number>>;

/** The transcript of a talk of an hour: read from its file, drawn beside its recording; and a search over a conference's. */
export async function measureTranscript({ server, db, subject }: BenchContext, browser: Browser): Promise<Table> {
	const cues = createCues();
	const path = await saveForTalk(db, subject.talkIds, cues);
	const views: { name: string; on: Setup["on"] }[] = [
		{ name: "drawn, fast desktop", on: "desktop" },
		{ name: "drawn, processor 4× slower", on: "slow phone" },
	];
	const seen = await inRounds(ROUNDS, views, ({ on }) =>
		withPage(browser, server, { on, scripts: ["transcript.js"] }, async (open) => {
			await visit(open, server.origin + path);
			return open.page.evaluate<TranscriptTimes>("globalThis.talkshelfTranscript");
		}),
	);
	const drawn = views.map(({ name }, index) => toRow(name, seen[index] ?? []));
	const painted = ms(median((seen[0] ?? []).map((each) => each.painted)));
	return {
		name: "transcript",
		title: `The transcript of ${MINUTES} minutes, ${CUES.toLocaleString("en")} cues, from its data to painted (medians of ${ROUNDS})`,
		rows: [...drawn, await measureReading(cues), await measureSearch(db, subject.talkIds, cues)],
		targets: [{ name: "a transcript, from its data to painted", measured: painted, below: MAX_PAINT_MS }],
	};
}

function createCues(): Cue[] {
	const length = (MINUTES * 60) / CUES;
	return Array.from({ length: CUES }, (_, index) => ({
		start: index * length,
		end: (index + 1) * length,
		text: `What is said in part ${index} of this talk${index % 5 === 4 ? "." : ", and so on"}`,
	}));
}

/** As the transcript of one talk; answers where that is watched. */
async function saveForTalk(db: Db, talkIds: readonly number[], cues: readonly Cue[]): Promise<string> {
	const [talkId = 0] = talkIds;
	await saveCues(db, talkId, cues);
	const { slug, conference } = await db.talk.findUniqueOrThrow({
		where: { id: talkId },
		select: { slug: true, conference: { select: { slug: true } } },
	});
	return paths.watch(conference.slug, slug);
}

async function saveCues(db: Db, talkId: number, cues: readonly Cue[]): Promise<void> {
	const url = `https://example.org/${talkId}.vtt`;
	await db.talkLink.deleteMany({ where: { talkId, kind: "SUBTITLES" } });
	const position = await db.talkLink.count({ where: { talkId } });
	await db.talkLink.create({ data: { talkId, url, kind: "SUBTITLES", position: position + 1000 } });
	await saveTranscript(db, { talkId, url, cues, problem: "", fetchedAt: new Date() });
}

function toRow(name: string, seen: readonly TranscriptTimes[]): Row {
	const of = (key: keyof TranscriptTimes) => median(seen.map((each) => each[key]));
	if (of("cues") !== CUES) throw new Error(`${of("cues")} cues were drawn of ${CUES}.`);
	return { name, values: { median: ms(of("painted")), blocked: ms(of("blocked")), times: count(seen.length) } };
}

async function measureReading(cues: readonly Cue[]): Promise<Row> {
	const file = new TextEncoder().encode(toVtt(cues));
	const times = await timeEach(READINGS, async () => {
		if (readSubtitles(file).length !== CUES) throw new Error("Cues were lost.");
	});
	return { name: "read from WebVTT", values: { median: ms(median(times)), times: count(times.length) } };
}

async function measureSearch(db: Db, talkIds: readonly number[], cues: readonly Cue[]): Promise<Row> {
	const some = talkIds.slice(0, SEARCHED);
	for (const talkId of some) await saveCues(db, talkId, cues);
	const words = ["zeppelin", "part"];
	const times = await timeEach(SEARCHES, async () => {
		const found = await findTalksSaying(db, { talkIds, words });
		if (found.get("part")?.size !== some.length) throw new Error("Not all transcripts were looked through.");
	});
	const name = `a search for two words in ${some.length.toLocaleString("en")} such`;
	return {
		name,
		values: { median: ms(median(times)), "95th percentile": ms(quantile(times, 0.95)), times: count(times.length) },
	};
}
