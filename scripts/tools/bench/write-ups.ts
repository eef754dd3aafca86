import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "@playwright/test";
import type { Db } from "@/lib/db/client";
import { compileWriteUp } from "@/lib/writeups/compile/compile";
import type { CompiledTalk } from "@/lib/writeups/compile/types";
import { loadCompiledTalks } from "@/lib/writeups/export/compiled-talks";
import { prepareExport } from "@/lib/writeups/export/prepare";
import { createWriteUp } from "@/lib/writeups/mutations";
import { DEFAULT_OPTIONS } from "@/lib/writeups/options";
import type { Server } from "../served/server";
import type { BenchContext } from "./bench-context";
import { type OpenPage, visit, withPage } from "./browser";
import { bytes, count, ms, type Row, type Table } from "./report";
import { median, quantile, timeEach } from "./statistics";
import { addNotes, createGuest, spread, type Visitor } from "./visitors";

const TALKS = 1000;
const COMPILINGS = 5;
const MAX_COMPILE_MS = 150;

const LONG_NOTE = 10_000;
const VAULTS = 3;
const MAX_VAULT_MS = 1000;
const MAX_VAULT_BYTES = 50 * 1024 * 1024;
const SAMPLE_EVERY_MS = 20;

const PREVIEWED_TALKS = 100;
const KEYS = 30;
const FIRST_KEYS = 3;
const MAX_KEY_MS = 50;

/** A long write-up compiled, a vault of long notes as it is sent, and a key beside the preview. */
export async function measureWriteUps({ server, db, subject }: BenchContext, browser: Browser): Promise<Table> {
	const visitor = await createGuest(server, subject);
	const talkIds = spread(subject.talkIds, TALKS);
	await addNotes(db, visitor, talkIds);
	const compiled = await compile(db, visitor, subject.conference);
	const keys = await measurePreview(server, db, browser, visitor, spread(talkIds, PREVIEWED_TALKS));
	await lengthenNotes(db, visitor);
	const vault = await measureVault(server, visitor, subject.conference);
	return {
		name: "writeups",
		title: `Write-ups of ${talkIds.length.toLocaleString("en")} talks, and their vault`,
		rows: [compiled, vault.row, keys],
		targets: [
			{ name: "a write-up, compiled cold", measured: compiled.values.median ?? ms(Number.NaN), below: MAX_COMPILE_MS },
			{ name: "a vault of long notes", measured: ms(vault.whole), below: MAX_VAULT_MS },
			{ name: "memory that it takes above the base", measured: bytes(vault.memory), below: MAX_VAULT_BYTES },
			{ name: "a key until it is in the preview", measured: keys.values.median ?? ms(Number.NaN), below: MAX_KEY_MS },
		],
	};
}

/** Each time other texts, so that none is remembered. */
async function compile(db: Db, visitor: Visitor, conference: string): Promise<Row> {
	const prepared = await prepareExport(db, visitor.id, new URLSearchParams({ conference }));
	if ("problem" in prepared) throw new Error(prepared.problem);
	const talks = await loadCompiledTalks(db, visitor.id, prepared.talks);
	let length = 0;
	const inputs = Array.from({ length: COMPILINGS }, (_, round) => withOtherTexts(talks, round));
	const times = await timeEach(COMPILINGS, async (round) => {
		length = compileWriteUp(prepared.content, inputs[round] ?? talks, DEFAULT_OPTIONS).length;
	});
	const values = { median: ms(median(times)), slowest: ms(Math.max(...times)), size: bytes(length) };
	return { name: `compiled, ${talks.size.toLocaleString("en")} talks (${COMPILINGS})`, values };
}

function withOtherTexts(talks: ReadonlyMap<number, CompiledTalk>, round: number): Map<number, CompiledTalk> {
	return new Map(
		[...talks].map(([id, talk]) => [
			id,
			{ ...talk, note: talk.note && { ...talk.note, text: `${talk.note.text}\nRound ${round} of talk ${id}.` } },
		]),
	);
}

async function lengthenNotes(db: Db, visitor: Visitor): Promise<void> {
	const note = await db.note.findFirstOrThrow({ where: { userId: visitor.id }, select: { text: true } });
	const text = `${note.text}\n`.repeat(Math.ceil(LONG_NOTE / (note.text.length + 1)));
	await db.note.updateMany({ where: { userId: visitor.id }, data: { text } });
}

/** Once first, so that what the server keeps ready for later is not counted. */
async function measureVault(server: Server, visitor: Visitor, conference: string) {
	const requestVault = () => readVault(server, visitor, conference);
	await requestVault();
	const rounds: { first: number; whole: number; memory: number; size: number }[] = [];
	for (let round = 0; round < VAULTS; round++) {
		const base = server.memory();
		let peak = base;
		let isOver = false;
		const watching = (async () => {
			while (!isOver) {
				peak = Math.max(peak, server.memory());
				await sleep(SAMPLE_EVERY_MS);
			}
		})();
		const times = await requestVault();
		isOver = true;
		await watching;
		rounds.push({ ...times, memory: peak - base });
	}
	const of = (key: "first" | "whole" | "memory" | "size") => median(rounds.map((round) => round[key]));
	const row: Row = {
		name: `vault of notes of ${LONG_NOTE.toLocaleString("en")} characters (${VAULTS})`,
		values: {
			"first byte": ms(of("first")),
			median: ms(of("whole")),
			memory: bytes(of("memory")),
			size: bytes(of("size")),
		},
	};
	return { row, whole: of("whole"), memory: of("memory") };
}

async function readVault(server: Server, visitor: Visitor, conference: string) {
	const begin = performance.now();
	const url = `${server.origin}/export/vault?${new URLSearchParams({ conference })}`;
	const response = await fetch(url, { headers: { Cookie: visitor.cookie } });
	if (!response.ok || !response.body) throw new Error(`The vault answered ${response.status}.`);
	let first: number | undefined;
	let size = 0;
	for await (const chunk of response.body) {
		first ??= performance.now() - begin;
		size += chunk.length;
	}
	return { first: first ?? Number.NaN, whole: performance.now() - begin, size };
}

async function measurePreview(
	server: Server,
	db: Db,
	browser: Browser,
	visitor: Visitor,
	talkIds: readonly number[],
): Promise<Row> {
	const id = await saveWriteUp(db, visitor, talkIds);
	const times = await withPage(browser, server, { on: "desktop", visitor, scripts: ["preview.js"] }, (open) =>
		typeKeys(open, `${server.origin}/writeups/${id}`),
	);
	const values = {
		median: ms(median(times)),
		"95th percentile": ms(quantile(times, 0.95)),
		times: count(times.length),
	};
	return { name: `a key in a text, until the preview of ${talkIds.length} talks is painted`, values };
}

const OWN_TEXT = "Written for this alone";

/** Its talk in the middle has a text of its own. */
async function saveWriteUp(db: Db, visitor: Visitor, talkIds: readonly number[]): Promise<string> {
	const prepared = await prepareExport(db, visitor.id, new URLSearchParams({ talk: talkIds.join() }));
	if ("problem" in prepared) throw new Error(prepared.problem);
	const middle = talkIds[Math.floor(talkIds.length / 2)];
	const sections = prepared.content.sections.map((section) => ({
		...section,
		items: section.items.map((item) => (item.talkId === middle ? { ...item, text: OWN_TEXT } : item)),
	}));
	const content = { ...prepared.content, sections };
	const id = await createWriteUp(db, { userId: visitor.id, content, options: null, scope: { kind: "nothing" } });
	if (id === null) throw new Error("The write-up could not be kept.");
	return id;
}

async function typeKeys(open: OpenPage, url: string): Promise<number[]> {
	await visit(open, url);
	const { page } = open;
	await page.locator("article.prose").getByText(OWN_TEXT).waitFor();
	const fields = page.locator("textarea");
	const values = await fields.evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value));
	const field = fields.nth(values.indexOf(OWN_TEXT));
	await field.focus();
	await page.keyboard.press("End");
	let times: number[] = [];
	for (let key = 0; key < FIRST_KEYS + KEYS; key++) {
		await page.keyboard.press("x");
		times = await page.evaluate<number[]>(`globalThis.talkshelfPreviews(${key + 1})`);
		await sleep(100);
	}
	// The first are slow for the browser has not seen the code run.
	return times.slice(FIRST_KEYS);
}
