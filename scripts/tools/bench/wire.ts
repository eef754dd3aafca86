import type { Browser } from "@playwright/test";
import type { BenchContext } from "./bench-context";
import { type OpenPage, visit, withPage } from "./browser";
import { bytes, count, type Table, type Target } from "./report";
import { inRounds, median } from "./statistics";
import { addMarks, createGuest, spread } from "./visitors";

const ROUNDS = 3;
const MARKS = 100;
const MAX_BYTES = 250_000;
const MAX_SCRIPT_BYTES = 150_000;

const KINDS = ["HTML", "script", "style", "other"] as const;
type Kind = (typeof KINDS)[number];
type TransferSizes = Readonly<Record<Kind | "all" | "requests", number>>;

/** What a first visit moves over the wire, headers included, until nothing moves any more. */
export async function measureWire({ server, db, subject }: BenchContext, browser: Browser): Promise<Table> {
	const visitor = await createGuest(server, subject);
	const marked = spread(subject.talkIds, MARKS);
	await addMarks(db, visitor, marked);
	const pages = [
		{ name: `day page (${subject.day.talkCount} talks)`, path: subject.day.path },
		{ name: "timetable of the day", path: subject.day.timetablePath },
		{ name: "talk page", path: subject.talkPath },
		{ name: "filtered list (q=rust, recording)", path: subject.filteredPath },
		{ name: `watchlist of ${marked.length}`, path: "/watchlist", visitor },
	];
	const results = await inRounds(ROUNDS, pages, ({ path, visitor }) =>
		withPage(browser, server, { on: "desktop", visitor }, (open) => measureTransfer(open, server.origin + path)),
	);
	const medians = results.map((wires) => {
		const of = (key: keyof TransferSizes) => median(wires.map((wire) => wire[key]));
		return {
			HTML: of("HTML"),
			script: of("script"),
			style: of("style"),
			other: of("other"),
			all: of("all"),
			requests: of("requests"),
		};
	});
	const rows = pages.map(({ name }, index) => {
		const { requests = 0, ...sizes } = medians[index] ?? {};
		const values = Object.fromEntries(Object.entries(sizes).map(([kind, size]) => [kind, bytes(size)]));
		return { name, values: { ...values, requests: count(requests) } };
	});
	const [day] = medians;
	const targets: Target[] = [
		{ name: "day page, all bytes", measured: bytes(day?.all ?? 0), below: MAX_BYTES },
		{ name: "day page, script", measured: bytes(day?.script ?? 0), below: MAX_SCRIPT_BYTES },
	];
	const title = `Over the wire in Chromium, compressed, nothing cached (medians of ${ROUNDS})`;
	return { name: "wire", title, rows, targets };
}

async function measureTransfer(open: OpenPage, url: string): Promise<TransferSizes> {
	const kinds = new Map<string, Kind>();
	const sizes = { HTML: 0, script: 0, style: 0, other: 0 };
	let requests = 0;
	open.session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, classifyResource(type)));
	open.session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
		const kind = kinds.get(requestId);
		// What stands in the page itself, as data: addresses do, has moved already.
		if (!kind || encodedDataLength === 0) return;
		sizes[kind] += encodedDataLength;
		requests++;
	});
	await visit(open, url);
	return { ...sizes, all: sizes.HTML + sizes.script + sizes.style + sizes.other, requests };
}

function classifyResource(type: string): Kind {
	if (type === "Document") return "HTML";
	if (type === "Script") return "script";
	return type === "Stylesheet" ? "style" : "other";
}
