// One part of an import in a process of its own, so that neither its time nor its memory is another part's:
// `import-process.ts PART FILE DATABASE_URL`. Prints one JSON object.
import { readFile } from "node:fs/promises";
import { SaxesParser } from "saxes";
import { createClient } from "@/lib/db/client";
import { importFile } from "@/lib/imports/import-file";
import type { ImportProgress } from "@/lib/imports/import-schedule";
import { convertTexts } from "@/lib/schedule/convert";
import { diffSchedules } from "@/lib/schedule/diff";
import { readSchedule } from "@/lib/schedule/formats";
import { toStoredSchedule } from "@/lib/schedule/stored";
import { generateSchedule } from "./generated-schedule";

export type Measurement = {
	readonly ms: number;
	/** What the processor did for it, on all its cores: a busy machine makes everything take longer, but not this. */
	readonly processorMs: number;
	readonly peakBytes: number;
};

type Times = Omit<Measurement, "peakBytes">;

/** `live`: the same import, watched for what it holds; needs `--expose-gc`. `many`: conferences one after the other. */
export type Part = "import" | "xml" | "texts" | "live" | "many";

const [part, file = "", databaseUrl = "", count = ""] = process.argv.slice(2);
const work: Readonly<Record<Part, () => Promise<object>>> = {
	import: async () => ({ ...(await importAll()), peakBytes: process.resourceUsage().maxRSS * 1024 }),
	xml: async () => ({ ...(await parseOnly()), peakBytes: process.resourceUsage().maxRSS * 1024 }),
	texts: async () => ({ ...(await convertOnly()), peakBytes: process.resourceUsage().maxRSS * 1024 }),
	live: async () => ({ liveBytes: await measureLiveBytes() }),
	many: async () => ({ ms: await importMany(Number(count)) }),
};
console.log(JSON.stringify(await work[part as Part]()));

async function importAll(
	db = createClient(databaseUrl),
	onProgress?: (progress: ImportProgress) => void,
): Promise<Times> {
	const times = await measureTime(async () => {
		await importFile(db, await readFile(file), { source: file, now: new Date(), onProgress });
	});
	await db.$disconnect();
	return times;
}

/** The most bytes that an import holds on to at a time, beyond what the process held before. */
async function measureLiveBytes(): Promise<number> {
	const measureHeldBytes = () => {
		global.gc?.();
		const { heapUsed, external } = process.memoryUsage();
		return heapUsed + external;
	};
	const db = createClient(databaseUrl);
	// Opened already, and Prisma's compiler of queries loaded: they are not the schedule's.
	await db.conference.findMany();
	const before = measureHeldBytes();
	let peak = 0;
	await importAll(db, ({ done, total }) => {
		if (done % 500 === 0 || done === total) peak = Math.max(peak, measureHeldBytes());
	});
	return peak - before;
}

/** How long each of `count` conferences of 1,000 talks takes, all in one database; the first goes uncounted. */
async function importMany(count: number): Promise<number[]> {
	const db = createClient(databaseUrl);
	const times: number[] = [];
	for (let number = 0; number <= count; number++) {
		const bytes = new TextEncoder().encode(generateSchedule(number, 1000));
		const { ms } = await measureTime(async () => {
			await importFile(db, bytes, { source: `${number}.xml`, now: new Date() });
		});
		if (number > 0) times.push(ms);
	}
	await db.$disconnect();
	return times;
}

/** The least that reading the file can take: the parser alone, with nobody listening. */
function parseOnly(): Promise<Times> {
	return measureTime(async () => {
		new SaxesParser().write(await readFile(file, "utf8")).close();
	});
}

async function convertOnly(): Promise<Times> {
	const { schedule } = await readSchedule(await readFile(file));
	const nothing = toStoredSchedule({ ...schedule, tracks: [], rooms: [], speakers: [], talks: [] }, "");
	const changes = diffSchedules(nothing, schedule, "");
	return measureTime(async () => {
		await convertTexts(changes);
	});
}

async function measureTime(work: () => Promise<void>): Promise<Times> {
	const begin = performance.now();
	const processorBegin = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(processorBegin);
	return { ms: performance.now() - begin, processorMs: (user + system) / 1000 };
}
