import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { db } from "@/lib/db/db";
import { formatCount } from "@/lib/text/format";
import { obtainTranscripts } from "@/lib/transcripts/obtain-transcripts";
import { listSubtitledTalks, type SubtitledTalk } from "@/lib/transcripts/queries";

const USAGE = `Usage: npm run transcripts -- [SLUG] [--again]

Fetches the subtitle files of all talks, so that search finds what was said in them. What was fetched before is not
fetched again: started anew, it goes on where it was stopped.

SLUG      only of this conference
--again   those too that failed less than an hour ago`;

/** Talks whose files are fetched at once, and how long each waits before the next: these are somebody else's servers. */
const MAX_CONCURRENT = 2;
const PAUSE_MS = 250;

type Arguments = { readonly conference: string | undefined; readonly again: boolean };

const args = readArguments(process.argv.slice(2));
if (!args) {
	console.error(USAGE);
	process.exitCode = 2;
} else {
	const code = await run(args);
	await db.$disconnect();
	// Not left to end by itself: a name that is still being resolved would hold it up long after the timeout.
	process.exit(code);
}

/** 1 where a file could not be had. */
async function run({ conference, again }: Arguments): Promise<number> {
	try {
		if (conference !== undefined && (await db.conference.count({ where: { slug: conference } })) === 0) {
			console.error(`There is no conference "${conference}".`);
			return 1;
		}
		const talks = await listSubtitledTalks(db, conference);
		const missing = talks.filter(({ files, read }) => read < files);
		const failed = await fetchAll(missing, again);
		const all = sumBy(talks, ({ files }) => files);
		const toFetch = sumBy(missing, ({ files, read }) => files - read);
		const counts = [all, all - toFetch, toFetch - failed, failed].map(formatCount);
		console.log(`${counts[0]} subtitle files: ${counts[1]} were here, ${counts[2]} fetched, ${counts[3]} failed.`);
		return failed > 0 ? 1 : 0;
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		return 1;
	}
}

function sumBy(talks: readonly SubtitledTalk[], count: (talk: SubtitledTalk) => number): number {
	return talks.reduce((sum, talk) => sum + count(talk), 0);
}

/** How many files could not be had. A line for each talk. */
async function fetchAll(talks: readonly SubtitledTalk[], again: boolean): Promise<number> {
	let failed = 0;
	let done = 0;
	const left = [...talks];
	const work = async () => {
		for (let talk = left.shift(); talk; talk = left.shift()) {
			const transcripts = (await obtainTranscripts(db, talk.id, { now: () => new Date(), retryFailed: again })) ?? [];
			const problems = transcripts.map(({ problem }) => problem).filter((problem) => problem !== "");
			failed += problems.length;
			done++;
			const message = problems.length > 0 ? problems.join(" ") : `${formatCount(countWords(transcripts))} words`;
			console.log(`${formatCount(done)} of ${formatCount(talks.length)}  ${talk.title}: ${message}`);
			if (left.length > 0) await pause(PAUSE_MS);
		}
	};
	await Promise.all(Array.from({ length: MAX_CONCURRENT }, work));
	return failed;
}

function countWords(transcripts: readonly { readonly cues: readonly { readonly text: string }[] }[]): number {
	const countCueWords = ({ text }: { readonly text: string }) => text.split(" ").length;
	return transcripts.flatMap(({ cues }) => cues).reduce((sum, cue) => sum + countCueWords(cue), 0);
}

function readArguments(argv: readonly string[]): Arguments | null {
	try {
		const options = { again: { type: "boolean" } } as const;
		const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
		const [conference, ...rest] = positionals;
		return rest.length > 0 ? null : { conference, again: values.again ?? false };
	} catch {
		return null;
	}
}
