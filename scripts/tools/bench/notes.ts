import * as paths from "@/lib/urls/paths";
import type { Server } from "../served/server";
import type { BenchContext } from "./bench-context";
import { bytes, count, ms, type Row, type Table } from "./report";
import { quantile, timeEach } from "./statistics";
import { addMarks, addNotes, createGuest, spread, type Visitor } from "./visitors";

const NOTES = 1000;
const RENDERINGS = 30;

/** A visitor's notes on most talks of a conference, and searches over them. */
export async function measureNotes({ server, db, subject }: BenchContext): Promise<Table> {
	const visitor = await createGuest(server, subject);
	const talkIds = spread(subject.talkIds, NOTES);
	await addNotes(db, visitor, talkIds);
	await addMarks(db, visitor, talkIds);
	const search = (words: string) => paths.notes(new URLSearchParams({ q: words }));
	const page = (name: string, url: string) => measureRendering(server, visitor, name, url);
	const rows = [
		await page("newest first", paths.notes()),
		await page("by conference", paths.notes(new URLSearchParams({ by: "conference" }))),
		await page("a search that all of them match", search("mattered sentence")),
		await page("a search that none of them matches", search("mattered zeppelin")),
	];
	const schedule = await page(
		"a search of the schedule, in one's notes too",
		paths.talks(subject.conference, new URLSearchParams({ q: "zeppelin" })),
	);
	const slowest = Math.max(...rows.map(({ values }) => values.median?.value ?? 0));
	return {
		name: "notes",
		title: `The page of ${talkIds.length.toLocaleString("en")} notes, over HTTP one after the other`,
		rows: [...rows, schedule],
		targets: [{ name: "the notes on the server, the slowest median", measured: ms(slowest), below: 150 }],
	};
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
	return {
		name,
		values: {
			median: ms(quantile(times, 0.5)),
			"95th percentile": ms(quantile(times, 0.95)),
			times: count(times.length),
			size: bytes(length),
		},
	};
}
