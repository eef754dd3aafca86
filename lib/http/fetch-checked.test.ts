import dns from "node:dns/promises";
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from "node:http";
import { syncBuiltinESMExports } from "node:module";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { deadlineIn, FetchError, type FetchOptions, fetchChecked, fetchIfModified } from "./fetch-checked";
import { isPublicIp } from "./public-ip";

const lookup = vi.spyOn(dns, "lookup");
// For whoever imported it by its name.
syncBuiltinESMExports();
afterAll(() => {
	lookup.mockRestore();
	syncBuiltinESMExports();
});

const MEGABYTE = 1024 * 1024;

let server: Server;
let base: string;
let answer: RequestListener;
const seen: { url?: string; headers: IncomingHttpHeaders; at?: string }[] = [];

beforeEach(async () => {
	seen.length = 0;
	server = createServer((request, response) => {
		seen.push({ url: request.url, headers: request.headers, at: request.socket.localAddress });
		answer(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
	base = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

const options = (given: Partial<FetchOptions> = {}): FetchOptions => ({
	what: "schedule",
	deadline: deadlineIn(5000),
	isAllowed: () => true,
	maxBytes: MEGABYTE,
	...given,
});

async function refusal(address: string, given: Partial<FetchOptions> = {}): Promise<string> {
	try {
		await fetchChecked(address, options(given));
	} catch (error) {
		if (!(error instanceof FetchError)) throw error;
		return error.message;
	}
	throw new Error("It was fetched.");
}

it("hands over the body with what the server says of it, and where it came from in the end", async () => {
	answer = ({ url }, response) => {
		if (url === "/a?b") response.writeHead(302, { Location: "/b" }).end();
		else if (url === "/b") response.writeHead(302, { Location: `${base}/c` }).end();
		else {
			const said = { ETag: '"1"', "Last-Modified": "Sat, 31 Jan 2026 09:00:00 GMT" };
			response.writeHead(200, { ...said, "Content-Type": "Text/XML; charset=utf-8" }).end("body");
		}
	};
	const sizes: number[] = [];
	const fetched = await fetchChecked(`${base.replace("localhost", "me:secret@localhost")}/a?b`, {
		...options(),
		onBytes: (bytes) => sizes.push(bytes),
	});
	expect({ ...fetched, bytes: Buffer.from(fetched.bytes).toString() }).toEqual({
		bytes: "body",
		address: `${base}/c`,
		contentType: "text/xml",
		etag: '"1"',
		lastModified: "Sat, 31 Jan 2026 09:00:00 GMT",
	});
	expect(sizes).toEqual([4]);
	const { host } = new URL(base);
	const authorization = `Basic ${btoa("me:secret")}`;
	expect(
		seen.map(({ url, headers }) => [
			url,
			headers.host,
			headers["user-agent"],
			headers.authorization,
			headers["if-none-match"],
		]),
	).toEqual([
		["/a?b", host, "Talkshelf", authorization, undefined],
		["/b", host, "Talkshelf", authorization, undefined],
		// A whole address may be somebody else's.
		["/c", host, "Talkshelf", undefined, undefined],
	]);
});

it("is told that nothing changed where it asks with what the server said before", async () => {
	answer = ({ headers }, response) => {
		const isKnown =
			headers["if-none-match"] === '"1"' || headers["if-modified-since"] === "Sat, 31 Jan 2026 09:00:00 GMT";
		response.writeHead(isKnown ? 304 : 200, { ETag: '"1"' }).end(isKnown ? undefined : "body");
	};
	const ask = (etag: string, lastModified: string) => fetchIfModified(base, { etag, lastModified }, options());
	expect(await ask('"1"', "")).toBeNull();
	expect(await ask("", "Sat, 31 Jan 2026 09:00:00 GMT")).toBeNull();
	expect(await ask('"0"', "Sat, 31 Jan 2026 08:00:00 GMT")).toMatchObject({ etag: '"1"', lastModified: "" });
	expect(await ask("", "")).toMatchObject({ etag: '"1"' });
});

it("refuses to be told that nothing changed where it did not ask", async () => {
	answer = (_, response) => response.writeHead(304).end();
	expect(await refusal(base)).toMatch(/^localhost:\d+ answers with status 304 instead of a schedule\.$/);
});

it("reads compressed bodies", async () => {
	for (const [encoding, compress] of [
		["gzip", gzipSync],
		["br", brotliCompressSync],
	] as const) {
		answer = (_, response) => response.setHeader("Content-Encoding", encoding).end(compress("body"));
		expect(Buffer.from((await fetchChecked(base, options())).bytes).toString()).toBe("body");
	}
	answer = (_, response) => response.setHeader("Content-Encoding", "zstd").end("body");
	expect(await refusal(base)).toBe('The schedule came in the encoding "zstd", which was not asked for.');
});

it("follows five redirects, and no more", async () => {
	answer = ({ url = "/" }, response) => {
		const left = Number(url.slice(1));
		if (left === 0) response.end("body");
		else response.writeHead(302, { Location: `/${left - 1}` }).end();
	};
	expect((await fetchChecked(`${base}/5`, options())).address).toBe(`${base}/0`);
	expect(await refusal(`${base}/6`)).toMatch(/^localhost:\d+ redirects more than 5 times\.$/);
});

it("follows no redirect to another scheme, nor to nowhere", async () => {
	answer = (_, response) => response.writeHead(302, { Location: "file:///etc/passwd" }).end();
	expect(await refusal(base)).toBe('A schedule is read from http and https addresses, not from "file:".');
	answer = (_, response) => response.writeHead(302, { Location: "http://[" }).end();
	expect(await refusal(base)).toMatch(/redirects to "http:\/\/\[", which is no address\.$/);
	answer = (_, response) => response.writeHead(302).end();
	expect(await refusal(base)).toMatch(/^localhost:\d+ answers with status 302 instead of a schedule\.$/);
});

it("refuses private networks by name, by number and however the number is written", async () => {
	answer = (_, response) => response.end("body");
	const { port } = new URL(base);
	const hosts = "localhost 127.0.0.1 0x7f.1 2130706433 [::1] [::ffff:127.0.0.1] 10.1.2.3 169.254.169.254".split(" ");
	const refusals = await Promise.all(
		hosts.map((host) => refusal(`http://${host}:${port}/`, { isAllowed: isPublicIp })),
	);
	expect(refusals.filter((text) => !/ is on a private network, which is refused; set /.test(text))).toEqual([]);
	expect(seen).toEqual([]);
});

it("checks every step of a redirect", async () => {
	answer = (_, response) => response.writeHead(307, { Location: `http://127.0.0.2:${new URL(base).port}/x` }).end();
	const isAllowed = (address: string) => address === "127.0.0.1";
	expect(await refusal(base.replace("localhost", "127.0.0.1"), { isAllowed })).toMatch(
		/^127\.0\.0\.2 is on a private network, which is refused;/,
	);
	expect(seen.map(({ url }) => url)).toEqual(["/"]);
});

it("connects to the address that was checked, whatever the name resolves to the next time", async () => {
	answer = (_, response) => response.end("body");
	const once = (address: string) => lookup.mockResolvedValueOnce([{ address, family: 4 }] as never);
	once("127.0.0.1");
	once("127.0.0.2");
	const isAllowed = (address: string) => address === "127.0.0.1";
	await fetchChecked(`http://conf.example:${new URL(base).port}/`, options({ isAllowed }));
	expect(seen.map(({ at, headers }) => [at, headers.host])).toEqual([
		["127.0.0.1", `conf.example:${new URL(base).port}`],
	]);
	// The second answer is still there to be given, to whoever asks next, and is refused.
	expect(await refusal(`http://conf.example:${new URL(base).port}/`, { isAllowed })).toMatch(
		/^conf\.example is on a private network/,
	);
});

it("refuses a name of which one address is private", async () => {
	lookup.mockResolvedValueOnce([
		{ address: "127.0.0.1", family: 4 },
		{ address: "10.0.0.1", family: 4 },
	] as never);
	const isAllowed = (address: string) => address === "127.0.0.1";
	expect(await refusal(base.replace("localhost", "conf.example"), { isAllowed })).toMatch(/^conf\.example is on a/);
	expect(seen).toEqual([]);
});

it("says it in a sentence where there is an error status, a broken connection or nobody", async () => {
	answer = (_, response) => response.writeHead(404).end("no");
	expect(await refusal(base)).toMatch(/^localhost:\d+ answers with status 404 instead of a schedule\.$/);
	answer = (_, response) => {
		response.writeHead(200, { "Content-Length": "5000" }).write("body");
		setTimeout(() => response.destroy(), 20);
	};
	expect(await refusal(base)).toMatch(/^localhost:\d+ broke the connection off before the whole schedule had come\.$/);
	server.close();
	server.closeAllConnections();
	expect(await refusal(base)).toMatch(/^localhost:\d+ refuses the connection\.$/);
});

it("gives up on what takes too long, before it answers or after, for several fetches together too", async () => {
	const late = /^localhost:\d+ did not deliver the schedule within 0\.2 seconds\.$/;
	answer = () => {};
	const deadline = deadlineIn(200);
	expect(await refusal(base, { deadline })).toMatch(late);
	expect(await refusal(base, { deadline })).toMatch(late);
	answer = (_, response) => void response.write("body");
	expect(await refusal(base, { deadline: deadlineIn(200) })).toMatch(late);
});

it("refuses more bytes than it may take, compressed to little", async () => {
	const bomb = gzipSync(Buffer.alloc(2 * MEGABYTE, " "));
	answer = (_, response) => response.setHeader("Content-Encoding", "gzip").end(bomb);
	expect(await refusal(base)).toBe("The file is larger than 1 MB.");
	expect((await fetchChecked(base, options({ maxBytes: 2 * MEGABYTE }))).bytes).toHaveLength(2 * MEGABYTE);
});

it("does not wait for ever for a server that switches to another protocol", async () => {
	answer = ({ socket }) => {
		socket.end("HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n");
	};
	const { host } = new URL(base);
	expect(await refusal(base)).toBe(`${host} broke the connection off before the whole schedule had come.`);
});

it("says in each sentence what was asked for", async () => {
	const what = "subtitle file";
	const { host, port } = new URL(base);
	answer = (_, response) => response.writeHead(404).end();
	expect(await refusal(base, { what })).toBe(`${host} answers with status 404 instead of a subtitle file.`);
	expect(await refusal(`http://127.0.0.1:${port}/`, { what, isAllowed: isPublicIp })).toBe(
		"127.0.0.1 is on a private network, which is refused; set ALLOW_PRIVATE_SOURCES=1 to read subtitle files from there.",
	);
	answer = (_, response) => response.writeHead(302, { Location: "data:text/vtt,WEBVTT" }).end();
	expect(await refusal(base, { what })).toBe(
		'A subtitle file is read from http and https addresses, not from "data:".',
	);
	answer = (_, response) => response.setHeader("Content-Encoding", "zstd").end("body");
	expect(await refusal(base, { what })).toBe('The subtitle file came in the encoding "zstd", which was not asked for.');
	answer = ({ socket }) => socket.destroy();
	expect(await refusal(base, { what })).toBe(
		`${host} broke the connection off before the whole subtitle file had come.`,
	);
	answer = () => {};
	expect(await refusal(base, { what, deadline: deadlineIn(100) })).toBe(
		`${host} did not deliver the subtitle file within 0.1 seconds.`,
	);
});
