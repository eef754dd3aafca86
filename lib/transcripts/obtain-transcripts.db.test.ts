import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createConference } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { canRetry, type ObtainOptions, obtainTranscripts } from "./obtain-transcripts";
import { listSubtitledTalks } from "./queries";

const HELLO = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello, <v Ann>Łódź\n";
const CUES = [
	{ start: 1, end: 2, text: "Hello," },
	{ start: 1, end: 2, text: "Łódź", speaker: "Ann" },
];

let server: Server;
let base: string;
let answer: RequestListener;
let asked: string[];

beforeEach(async () => {
	asked = [];
	answer = (_, response) => response.end(HELLO);
	server = createServer((request, response) => {
		asked.push(request.url ?? "");
		answer(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

describeOnEachDatabase("the transcripts of a talk", (getDb) => {
	let count = 0;

	/** A talk with links to these files. */
	async function talkWith(files: readonly string[], talk: { withdrawn?: boolean } = {}): Promise<number> {
		const slug = `waves-${++count}`;
		const start = "2026-01-31T09:00:00Z";
		const created = await createConference(getDb(), { slug, talks: [{ slug: "talk", start, ...talk }] });
		const talkId = created.idOf("talk");
		await link(talkId, files);
		return talkId;
	}

	async function link(talkId: number, files: readonly string[]): Promise<void> {
		await getDb().talkLink.deleteMany({ where: { talkId } });
		await getDb().talkLink.createMany({
			data: files.map((file, position) => ({ talkId, position, kind: "SUBTITLES", url: `${base}${file}`, title: "" })),
		});
	}

	const at = (time: string): ObtainOptions => ({ now: () => new Date(`2026-02-01T${time}Z`), allowPrivate: true });
	const obtain = (talkId: number, options = at("10:00:00")) => obtainTranscripts(getDb(), talkId, options);

	it("are fetched once, and kept with their words folded", async () => {
		const talkId = await talkWith(["/a.vtt"]);
		const expected = [{ url: `${base}/a.vtt`, language: "", label: "Subtitles", cues: CUES, problem: "" }];
		expect(await obtain(talkId)).toEqual(expected);
		expect(await obtain(talkId, at("23:00:00"))).toEqual(expected);
		expect(asked).toEqual(["/a.vtt"]);
		expect(await getDb().transcript.findMany({ where: { talkId }, select: { text: true, fetchedAt: true } })).toEqual([
			{ text: "hello, lodz", fetchedAt: new Date("2026-02-01T10:00:00Z") },
		]);
	});

	it("are fetched once for all who ask at the same time", async () => {
		const talkId = await talkWith(["/a.vtt", "/b.de.vtt", "/a.vtt"]);
		answer = (_, response) => setTimeout(() => response.end(HELLO), 50);
		const all = await Promise.all(Array.from({ length: 10 }, () => obtain(talkId)));
		expect(all[0]?.map(({ url, language, label }) => [url, language, label])).toEqual([
			[`${base}/a.vtt`, "", "Subtitles"],
			[`${base}/b.de.vtt`, "de", "German"],
		]);
		for (const one of all) expect(one).toEqual(all[0]);
		expect(asked.toSorted()).toEqual(["/a.vtt", "/b.de.vtt"]);
	});

	it("are fetched four at a time, over all talks", async () => {
		const talkIds = await Promise.all([talkWith(["/1", "/2", "/3"]), talkWith(["/4", "/5", "/6"]), talkWith(["/7"])]);
		let running = 0;
		let most = 0;
		answer = (_, response) => {
			most = Math.max(most, ++running);
			setTimeout(() => {
				running--;
				response.end(HELLO);
			}, 30);
		};
		const all = await Promise.all(talkIds.map((talkId) => obtain(talkId)));
		expect(all.flat().map((transcript) => transcript?.cues)).toEqual(Array(7).fill(CUES));
		expect([asked.length, most]).toEqual([7, 4]);
	});

	it("are, where they cannot be had, a sentence, until an hour later or when they are asked for again", async () => {
		const talkId = await talkWith(["/a.vtt"]);
		const { host } = new URL(base);
		answer = (_, response) => response.writeHead(404).end();
		const problemAt = async (time: string, again = false) =>
			(await obtain(talkId, { ...at(time), retryFailed: again }))?.[0]?.problem;
		const missing = `${host} answers with status 404 instead of a subtitle file.`;
		expect(await problemAt("10:00:00")).toBe(missing);
		answer = (_, response) => response.end("<!doctype html><title>Sign in</title>");
		expect(await problemAt("10:59:00")).toBe(missing);
		expect(await problemAt("11:00:00")).toBe("There is a web page instead of a subtitle file.");
		answer = (_, response) => response.end(HELLO);
		expect(await problemAt("11:00:01")).toBe("There is a web page instead of a subtitle file.");
		expect(await problemAt("11:00:02", true)).toBe("");
		expect(await problemAt("11:00:03", true)).toBe("");
		expect(asked).toHaveLength(3);
		expect((await obtain(talkId))?.[0]?.cues).toEqual(CUES);
	});

	it("say it where a file is too large or takes too long", async () => {
		const { host } = new URL(base);
		answer = (_, response) => response.end(Buffer.alloc(5 * 1024 * 1024 + 1, " "));
		expect((await obtain(await talkWith(["/large"])))?.[0]?.problem).toBe("The file is larger than 5 MB.");
		answer = () => {};
		expect((await obtain(await talkWith(["/slow"]), { ...at("10:00:00"), timeoutMs: 100 }))?.[0]?.problem).toBe(
			`${host} did not deliver the subtitle file within 0.1 seconds.`,
		);
	});

	it("are not read from private networks, unless that is allowed", async () => {
		const talkId = await talkWith(["/a.vtt"]);
		const refused =
			"127.0.0.1 is on a private network, which is refused; set ALLOW_PRIVATE_SOURCES=1 to read subtitle files from there.";
		expect((await obtain(talkId, { ...at("10:00:00"), allowPrivate: false }))?.[0]?.problem).toBe(refused);
		answer = (_, response) => response.writeHead(302, { Location: "file:///etc/passwd" }).end();
		expect((await obtain(await talkWith(["/b.vtt"])))?.[0]?.problem).toBe(
			'A subtitle file is read from http and https addresses, not from "file:".',
		);
		expect(asked).toEqual(["/b.vtt"]);
	});

	it("are fetched anew where a link changed, and what belongs to one that is gone is dropped", async () => {
		const talkId = await talkWith(["/a.vtt", "/b.vtt"]);
		await obtain(talkId);
		await link(talkId, ["/b.vtt", "/c.vtt"]);
		expect((await obtain(talkId))?.map(({ url }) => url)).toEqual([`${base}/b.vtt`, `${base}/c.vtt`]);
		expect(asked.toSorted()).toEqual(["/a.vtt", "/b.vtt", "/c.vtt"]);
		const kept = await getDb().transcript.findMany({ where: { talkId }, select: { url: true } });
		expect(kept.map(({ url }) => url).toSorted()).toEqual([`${base}/b.vtt`, `${base}/c.vtt`]);
		await link(talkId, []);
		expect(await obtain(talkId)).toEqual([]);
		expect(await getDb().transcript.count({ where: { talkId } })).toBe(0);
	});

	it("are there of a withdrawn talk, none of one without a file, and nothing where there is no talk", async () => {
		expect((await obtain(await talkWith(["/a.vtt"], { withdrawn: true })))?.[0]?.cues).toEqual(CUES);
		expect(await obtain(await talkWith([]))).toEqual([]);
		expect(await obtain(2_147_483_647)).toBeNull();
	});

	it("may be tried again once a minute, talk by talk", () => {
		const may = (talkId: number, time: string) => canRetry(getDb(), talkId, at(time).now());
		expect([
			may(1, "10:00:00"),
			may(1, "10:00:59"),
			may(2, "10:00:59"),
			may(1, "10:01:00"),
			may(1, "10:01:30"),
		]).toEqual([true, false, true, true, false]);
	});

	it("are counted for those who fetch many", async () => {
		const read = await talkWith(["/a.vtt", "/b.vtt"]);
		await obtain(read);
		await link(read, ["/b.vtt", "/c.vtt"]);
		const failed = await talkWith(["/d.vtt"]);
		answer = (_, response) => response.writeHead(500).end();
		await obtain(failed);
		await talkWith(["/e.vtt"], { withdrawn: true });
		const counted = (await listSubtitledTalks(getDb())).filter(({ id }) => id === read || id === failed);
		expect(counted.map(({ id, files, read: good, failed: bad }) => [id, files, good, bad])).toEqual([
			[read, 2, 1, 0],
			[failed, 1, 0, 1],
		]);
		const [{ conference } = { conference: "" }] = counted;
		expect((await listSubtitledTalks(getDb(), conference)).map(({ id }) => id)).toEqual([read]);
	});
});
