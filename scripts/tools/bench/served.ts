import { writeFileSync } from "node:fs";
import { join } from "node:path";
import autocannon from "autocannon";
import { type Server, startServer } from "../served/server";
import type { Workspace } from "../served/workspace";
import type { BenchContext } from "./bench-context";
import { bytes, ms, perSecond, ratio, type Table } from "./report";
import { inRounds, median, quantile } from "./statistics";
import type { Subject } from "./subject";
import { addMarks, createGuest, spread } from "./visitors";

const ROUNDS = 5;
const SECONDS = 2;
const WARM_UP_SECONDS = 2;
const MARKS = 100;
const STATIC_FILE = "the-day-page-as-a-file.html";

/** A server that also has, as a static file, the very bytes of the day page: what any page can be held against. */
export async function startServerWithStaticTwin(
	workspace: Workspace,
	databaseUrl: string,
	subject: Subject,
): Promise<Server> {
	const first = await startServer(workspace, databaseUrl);
	const page = await fetch(first.origin + subject.day.path);
	if (!page.ok) throw new Error(`${subject.day.path} answered ${page.status}.`);
	writeFileSync(join(workspace.folder, "public", STATIC_FILE), Buffer.from(await page.arrayBuffer()));
	// Next looks for static files once, when it starts.
	await first.stop();
	return startServer(workspace, databaseUrl);
}

/** How fast the production server answers ten visitors who ask at once. */
export async function measureServed({ server, db, subject }: BenchContext): Promise<Table> {
	const visitor = await createGuest(server, subject);
	const marked = spread(subject.talkIds, MARKS);
	await addMarks(db, visitor, marked);
	const pages = [
		{ name: `day page (${subject.day.talkCount} talks)`, path: subject.day.path },
		{ name: "the same bytes as a static file", path: `/${STATIC_FILE}` },
		{ name: "talk page", path: subject.talkPath },
		{ name: "filtered list (q=rust, recording)", path: subject.filteredPath },
		{
			name: `a visitor's ${marked.length} marks`,
			path: `/api/visitor?conference=${subject.conference}`,
			cookie: visitor.cookie,
		},
	];
	for (const { path, cookie } of pages) await measureLoad(server.origin + path, { seconds: WARM_UP_SECONDS, cookie });
	const results = await inRounds(ROUNDS, pages, ({ path, cookie }) =>
		measureLoad(server.origin + path, { seconds: SECONDS, cookie }),
	);
	const rows = pages.map(({ name }, index) => {
		const loads = results[index] ?? [];
		return {
			name,
			values: {
				median: ms(median(loads.map((load) => load.median))),
				"95th percentile": ms(median(loads.map((load) => load.p95))),
				"a second": perSecond(median(loads.map((load) => load.perSecond))),
				"an answer": bytes(median(loads.map((load) => load.bytes))),
			},
		};
	});
	const [day = [], file = []] = results;
	const measured = ratio(median(day.map((load, round) => load.perSecond / (file[round]?.perSecond ?? 0))));
	return {
		name: "served",
		title: `Served from loopback, 10 connections, gzip (medians of ${ROUNDS} runs of ${SECONDS} s, warmed up)`,
		rows,
		targets: [{ name: "day page : static file of the same bytes, a second", measured, atLeast: 0.5 }],
	};
}

type Load = {
	/** Milliseconds from a request to the end of its answer. */
	readonly median: number;
	readonly p95: number;
	readonly perSecond: number;
	/** Of an answer, as it is sent. */
	readonly bytes: number;
};

const CONNECTIONS = 10;

/** Asks for a page over and over on ten connections, as browsers ask: compressed. Rejects where it is not all answered. */
async function measureLoad(url: string, { seconds, cookie }: { seconds: number; cookie?: string }): Promise<Load> {
	const times: number[] = [];
	const sizes: number[] = [];
	const failures: string[] = [];
	const headers = { "accept-encoding": "gzip", ...(cookie && { cookie }) };
	const begin = performance.now();
	await new Promise<void>((resolve, reject) => {
		const instance = autocannon({ url, connections: CONNECTIONS, duration: seconds, headers }, (error) =>
			error ? reject(error) : resolve(),
		);
		instance.on("response", (_client, status, bytes, time) => {
			if (status !== 200) failures.push(`answered ${status}`);
			times.push(time);
			sizes.push(bytes);
		});
		instance.on("reqError", (error) => failures.push(String(error)));
	});
	const elapsed = (performance.now() - begin) / 1000;
	if (failures.length > 0) throw new Error(`${url}: ${failures.length} requests failed, the first ${failures[0]}`);
	return {
		median: quantile(times, 0.5),
		p95: quantile(times, 0.95),
		perSecond: times.length / elapsed,
		bytes: quantile(sizes, 0.5),
	};
}
