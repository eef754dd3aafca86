import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "@/lib/db/client";
import { run, typescript } from "../../setup/child.mjs";
import { generateVisitors } from "../generate/visitors";
import type { Server } from "../served/server";
import type { BenchContext } from "./bench-context";
import { bytes, count, ms, type Row, type Table } from "./report";
import { quantile, timeEach } from "./statistics";
import type { Subject } from "./subject";
import { addMarks, createGuest, createMarkRequest, spread, type Visitor } from "./visitors";

const CONFERENCES = 20;
const MARKS = 2000;
const RENDERINGS = 30;
const CROWD = { visitors: 10_000, marks: 2_000_000, seed: 1 };
const CLICKS = 500;

/**
 * A visitor's watchlist over many conferences, and a press where many others have marked before. Leaves the database large:
 * whatever else is measured comes before.
 */
export async function measureWatchlist({ server, db, databaseUrl, subject }: BenchContext): Promise<Table> {
	await run(
		process.execPath,
		typescript("scripts/tools/bench/import-process.ts", "many", "", databaseUrl, `${CONFERENCES - 2}`),
	);
	const visitor = await createGuest(server, subject);
	await addMarks(db, visitor, await talksOfEach(db));
	const page = (name: string, url: string) => measureRendering(server, visitor, name, url);
	const rows = [
		await page("left to watch", "/watchlist"),
		await page("all", "/watchlist?tab=all"),
		await page("all, by track", "/watchlist?tab=all&group=track"),
		await page("all that match a text", "/watchlist?tab=all&q=kernel"),
		await page("statistics", "/watchlist/statistics"),
	];
	const alone = await measureClicks(server, subject, visitor, "a press, nobody else there");
	await generateVisitors(db, { ...CROWD, now: new Date(), onMade: () => {} });
	// Meanwhile the server has closed the connections that were open, and this process had no time to see it.
	await sleep(1_000);
	const crowded = await measureClicks(server, subject, visitor, `a press among ${await db.mark.count()} marks`);
	const slowest = Math.max(...rows.slice(0, 4).map(({ values }) => values.median?.value ?? 0));
	return {
		name: "watchlist",
		title: `The watchlist of ${MARKS} marks over ${CONFERENCES} conferences, and ${CLICKS} presses, over HTTP one after the other`,
		rows: [...rows, alone, crowded],
		targets: [
			{ name: "the watchlist on the server, the slowest median", measured: ms(slowest), below: 100 },
			{
				name: "a press among 2 million marks, 95th percentile",
				measured: crowded.values["95th percentile"] ?? ms(Number.POSITIVE_INFINITY),
				below: 10,
			},
		],
	};
}

/** As many talks of each conference as make all marks together. */
async function talksOfEach(db: Db): Promise<number[]> {
	const conferences = await db.conference.findMany({ select: { talks: { select: { id: true } } } });
	if (conferences.length !== CONFERENCES) throw new Error(`There are ${conferences.length} conferences.`);
	return conferences.flatMap(({ talks }) => spread(talks, MARKS / CONFERENCES).map(({ id }) => id));
}

async function measureRendering(server: Server, visitor: Visitor, name: string, url: string): Promise<Row> {
	let length = 0;
	const requestPage = async () => {
		const response = await fetch(server.origin + url, { headers: { Cookie: visitor.cookie } });
		if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
		length = (await response.arrayBuffer()).byteLength;
	};
	await timeEach(5, requestPage);
	const times = await timeEach(RENDERINGS, requestPage);
	return { ...toRow(name, times), values: { ...toRow(name, times).values, size: bytes(length) } };
}

async function measureClicks(server: Server, subject: Subject, visitor: Visitor, name: string): Promise<Row> {
	const talkIds = spread(subject.talkIds, CLICKS);
	const sendMark = async (index: number) => {
		const response = await fetch(`${server.origin}/api/marks`, {
			method: "POST",
			headers: { "Content-Type": "application/json", Cookie: visitor.cookie },
			body: JSON.stringify(
				createMarkRequest(talkIds[index % talkIds.length] ?? 0, index % 2 === 0 ? "WATCHED" : "MISSED"),
			),
		});
		if (!response.ok) throw new Error(`A press was answered ${response.status}: ${await response.text()}`);
		await response.arrayBuffer();
	};
	await timeEach(50, sendMark);
	return toRow(name, await timeEach(CLICKS, sendMark));
}

function toRow(name: string, times: readonly number[]): Row {
	return {
		name,
		values: {
			median: ms(quantile(times, 0.5)),
			"95th percentile": ms(quantile(times, 0.95)),
			times: count(times.length),
		},
	};
}
