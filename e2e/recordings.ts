import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import type { Browser } from "@playwright/test";
import { importXml } from "./imports";
import { test as base } from "./test";

/**
 * Recordings that tests make and serve from this machine. `test` of this file has them as `recordings`, one server and one
 * clip for all tests of a worker:
 *
 *     import { importRecorded } from "./recordings";
 *     import { expect, test } from "./recordings";
 *     test("…", async ({ page, baseURL, recordings }) => {
 *       const subtitles = recordings.put("said.vtt", "text/vtt", "WEBVTT\n…");
 *       const talk = await importRecorded(baseURL, [recordings.clip, subtitles]);
 *       await open(page, talk.watch);
 */
export type Recordings = {
	/** The address of a WebM of CLIP_SECONDS, VP8 without sound, which shows its own time and can be sought in. */
	readonly clip: string;
	/** The address of a WAV of as many seconds, and of silence. */
	readonly sound: string;
	/** An address at which there is nothing. */
	readonly missing: string;
	/** Serves a file of one's own, under a name that no other test has; answers its address. */
	readonly put: (name: string, type: string, content: string | Uint8Array) => string;
};

export const CLIP_SECONDS = 120;

type File = { readonly type: string; readonly bytes: Uint8Array };

export const test = base.extend<object, { recordings: Recordings }>({
	recordings: [
		async ({ browser }, use) => {
			const files = new Map<string, File>();
			const server = createServer((request, response) => serveFile(files, request, response));
			await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
			const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
			const put = (path: string, type: string, content: string | Uint8Array) => {
				files.set(path, { type, bytes: typeof content === "string" ? Buffer.from(content) : content });
				return origin + path;
			};
			put("/maker", "text/html", "<!doctype html><title>Maker</title>");
			put("/mediabunny.mjs", "text/javascript", await readFile(mediabunny()));
			await use({
				clip: put("/clip.webm", "video/webm", await makeClip(browser, origin)),
				sound: put("/sound.wav", "audio/wav", silence()),
				missing: `${origin}/missing.webm`,
				put: (name, type, content) => put(`/${randomUUID()}/${name}`, type, content),
			});
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
		{ scope: "worker" },
	],
});

export { expect } from "./test";

export type RecordedTalk = {
	readonly title: string;
	readonly conference: string;
	/** Paths of its pages. */
	readonly page: string;
	readonly watch: string;
};

/**
 * Imports a conference of its own with one talk that has these links, in order. A plain address is titled as its file's
 * kind is: subtitles, or a recording.
 */
export async function importRecorded(
	baseURL: string | undefined,
	links: readonly (string | { readonly url: string; readonly title: string })[],
	{ willBeRecorded }: { readonly willBeRecorded?: boolean } = {},
): Promise<RecordedTalk> {
	const id = randomUUID().slice(0, 8);
	const title = `What lamp ${id} keeps`;
	const listed = links.map((link) => (typeof link === "string" ? { url: link, title: titleOf(link) } : link));
	const xml = `<?xml version="1.0" encoding="UTF-8"?><schedule><version>1</version>
<conference><acronym>lamp-${id}</acronym><title>Lamp ${id}</title><start>2025-10-04</start><end>2025-10-04</end>
<time_zone_name>Europe/Brussels</time_zone_name></conference><day index="1" date="2025-10-04"><room name="Lantern">
<event guid="${randomUUID()}"><date>2025-10-04T10:00:00+02:00</date><start>10:00</start><duration>00:30</duration>
<slug>what-lamp-keeps</slug><title>${title}</title><track>Light</track><type>talk</type><language>en</language>
${willBeRecorded === undefined ? "" : `<recording><license/><optout>${!willBeRecorded}</optout></recording>`}
<persons><person id="1">Ida Flood</person></persons>
<links>${listed.map(({ url, title }) => `<link href="${escaped(url)}">${escaped(title)}</link>`).join("")}</links>
</event></room></day></schedule>`;
	await importXml(baseURL ?? "", xml);
	const conference = `/conferences/lamp-${id}`;
	const page = `${conference}/talks/what-lamp-keeps`;
	return { title, conference, page, watch: `${page}/watch` };
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const titleOf = (url: string) => (/\.(?:vtt|srt)$/.test(url) ? "Subtitles" : "Video recording");

function mediabunny(): string {
	const main = createRequire(join(process.cwd(), "package.json")).resolve("mediabunny");
	return join(dirname(main), "mediabunny.min.mjs");
}

/** Drawn and encoded by the browser that will play it. */
async function makeClip(browser: Browser, origin: string): Promise<Uint8Array> {
	const page = await browser.newPage();
	await page.goto(`${origin}/maker`);
	const encoded = await page.evaluate(
		async ({ script, seconds }) => {
			const { BufferTarget, CanvasSource, Output, WebMOutputFormat }: typeof import("mediabunny") = await import(
				script
			);
			const canvas = new OffscreenCanvas(320, 180);
			const context = canvas.getContext("2d");
			if (!context) throw new Error("Nothing can be drawn here.");
			const target = new BufferTarget();
			const output = new Output({ format: new WebMOutputFormat(), target });
			const source = new CanvasSource(canvas, { codec: "vp8", bitrate: 60_000, keyFrameInterval: 2 });
			output.addVideoTrack(source, { frameRate: 4 });
			await output.start();
			for (let frame = 0; frame < seconds * 4; frame++) {
				context.fillStyle = `hsl(${frame * 3} 45% 25%)`;
				context.fillRect(0, 0, 320, 180);
				context.fillStyle = "white";
				context.font = "64px sans-serif";
				context.fillText(String(Math.floor(frame / 4)), 120, 110);
				await source.add(frame / 4, 1 / 4);
			}
			await output.finalize();
			const url = URL.createObjectURL(new Blob([target.buffer ?? new ArrayBuffer(0)]));
			// Bytes do not pass to the test, text does.
			const reader = new FileReader();
			reader.readAsDataURL(await (await fetch(url)).blob());
			await new Promise((resolve) => reader.addEventListener("load", resolve));
			return String(reader.result).split(",")[1] ?? "";
		},
		{ script: `${origin}/mediabunny.mjs`, seconds: CLIP_SECONDS },
	);
	await page.close();
	return Buffer.from(encoded, "base64");
}

/** 8-bit samples, 8,000 a second: RIFF WAVE as Microsoft has it. */
function silence(): Uint8Array {
	const samples = CLIP_SECONDS * 8_000;
	const wav = Buffer.alloc(44 + samples, 128);
	wav.write("RIFF", 0);
	wav.writeUInt32LE(36 + samples, 4);
	wav.write("WAVEfmt ", 8);
	wav.writeUInt32LE(16, 16);
	wav.writeUInt16LE(1, 20);
	wav.writeUInt16LE(1, 22);
	wav.writeUInt32LE(8_000, 24);
	wav.writeUInt32LE(8_000, 28);
	wav.writeUInt16LE(1, 32);
	wav.writeUInt16LE(8, 34);
	wav.write("data", 36);
	wav.writeUInt32LE(samples, 40);
	return wav;
}

/** With ranges, without which a browser cannot seek. */
function serveFile(files: ReadonlyMap<string, File>, request: IncomingMessage, response: ServerResponse): void {
	const file = files.get(request.url ?? "");
	if (!file) {
		response.writeHead(404).end();
		return;
	}
	const { type, bytes } = file;
	const [, from = "0", to = ""] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
	const last = to === "" ? bytes.length - 1 : Math.min(Number(to), bytes.length - 1);
	const head = { "Content-Type": type, "Accept-Ranges": "bytes", "Content-Length": last - Number(from) + 1 };
	if (request.headers.range) {
		response.writeHead(206, { ...head, "Content-Range": `bytes ${from}-${last}/${bytes.length}` });
	} else response.writeHead(200, head);
	response.end(bytes.subarray(Number(from), last + 1));
}
