// One part of an import in a process of its own, so that neither its time nor its memory is another part's:
// `import-process.ts PART FILE DATABASE_URL`. Prints one JSON object.
import { readFile } from "node:fs/promises";
import { SaxesParser } from "saxes";
import { createClient } from "@/lib/db/client";
import { convertTexts } from "@/lib/schedule/convert";
import { diffSchedules } from "@/lib/schedule/diff";
import { importSchedule } from "@/lib/schedule/import";
import { readSource } from "@/lib/schedule/source";
import { asStored } from "@/lib/schedule/stored";

export type Measured = {
	readonly ms: number;
	/** What the processor did for it, on all its cores: a busy machine makes everything take longer, but not this. */
	readonly processorMs: number;
	readonly peakBytes: number;
};

type Times = Omit<Measured, "peakBytes">;

export type Part = "import" | "xml" | "texts";

const [part, file = "", databaseUrl = ""] = process.argv.slice(2);
const work: Readonly<Record<Part, () => Promise<Times>>> = { import: importAll, xml: parseOnly, texts: convertOnly };
const times = await work[part as Part]();
console.log(JSON.stringify({ ...times, peakBytes: process.resourceUsage().maxRSS * 1024 } satisfies Measured));

async function importAll(): Promise<Times> {
	const db = createClient(databaseUrl);
	const times = await timed(async () => {
		const { source, ...parsed } = await readSource(file);
		await importSchedule(db, parsed, { source, now: new Date() });
	});
	await db.$disconnect();
	return times;
}

/** The least that reading the file can take: the parser alone, with nobody listening. */
function parseOnly(): Promise<Times> {
	return timed(async () => {
		new SaxesParser().write(await readFile(file, "utf8")).close();
	});
}

async function convertOnly(): Promise<Times> {
	const { schedule, source } = await readSource(file);
	const nothing = asStored({ ...schedule, tracks: [], rooms: [], speakers: [], talks: [] }, source);
	const changes = diffSchedules(nothing, schedule, source);
	return timed(async () => {
		await convertTexts(changes);
	});
}

async function timed(work: () => Promise<void>): Promise<Times> {
	const begin = performance.now();
	const processorBegin = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(processorBegin);
	return { ms: performance.now() - begin, processorMs: (user + system) / 1000 };
}
