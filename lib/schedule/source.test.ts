import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fetchChecked } from "./fetch-checked";
import { readSchedule } from "./formats";
import { ScheduleError } from "./schedule-error";
import { readSource, type SourceOptions } from "./source";

const XML = `<schedule><conference><acronym>c</acronym><time_zone_name>UTC</time_zone_name></conference>
	<day date="2026-01-31"><room name="A"><event guid="g"><date>2026-01-31T10:00:00Z</date><duration>30</duration>
	<title>One</title></event></room></day></schedule>`;

async function refusal(source: string, options: SourceOptions = { allowPrivate: true }): Promise<string> {
	try {
		await readSource(source, options);
	} catch (error) {
		if (!(error instanceof ScheduleError)) throw error;
		return error.message;
	}
	throw new Error("It was read.");
}

describe("an address", () => {
	let server: Server;
	let base: string;
	let answer: RequestListener;
	const seen: { url?: string; userAgent?: string; host?: string }[] = [];

	beforeEach(async () => {
		seen.length = 0;
		server = createServer((request, response) => {
			seen.push({ url: request.url, userAgent: request.headers["user-agent"], host: request.headers.host });
			answer(request, response);
		});
		await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
		base = `http://localhost:${(server.address() as AddressInfo).port}`;
	});
	afterEach(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});

	it("is read, with its name told to the server, and stored without its password", async () => {
		answer = (_, response) => response.end(XML);
		const read = await readSource(`${base.replace("localhost", "me:secret@localhost")}/x?y`, { allowPrivate: true });
		expect([read.source, read.schedule.talks[0]?.title]).toEqual([`${base}/x?y`, "One"]);
		expect(seen).toEqual([{ url: "/x?y", userAgent: "Talkshelf", host: base.slice("http://".length) }]);
	});

	it("is read compressed too", async () => {
		for (const [encoding, compress] of [
			["gzip", gzipSync],
			["br", brotliCompressSync],
		] as const) {
			answer = (_, response) => response.setHeader("Content-Encoding", encoding).end(compress(XML));
			expect((await readSource(base, { allowPrivate: true })).schedule.talks).toHaveLength(1);
		}
		answer = (_, response) => response.setHeader("Content-Encoding", "zstd").end(XML);
		expect(await refusal(base)).toBe('The schedule came in the encoding "zstd", which was not asked for.');
	});

	it("may redirect five times", async () => {
		answer = ({ url = "/" }, response) => {
			const left = Number(url.slice(1));
			if (left === 0) response.end(XML);
			else response.writeHead(302, { Location: `/${left - 1}` }).end();
		};
		expect((await readSource(`${base}/5`, { allowPrivate: true })).schedule.talks).toHaveLength(1);
		expect(await refusal(`${base}/6`)).toMatch(/^localhost:\d+ redirects more than 5 times\.$/);
	});

	it("may not redirect to another scheme, nor nowhere", async () => {
		answer = (_, response) => response.writeHead(302, { Location: "file:///etc/passwd" }).end();
		expect(await refusal(base)).toBe('A schedule is read from http and https addresses, not from "file:".');
		answer = (_, response) => response.writeHead(302, { Location: "http://[" }).end();
		expect(await refusal(base)).toMatch(/redirects to "http:\/\/\[", which is no address\.$/);
		answer = (_, response) => response.writeHead(302).end();
		expect(await refusal(base)).toMatch(/^localhost:\d+ answers with status 302 instead of a schedule\.$/);
	});

	it("on a private network is refused, by name, by number and however the number is written", async () => {
		answer = (_, response) => response.end(XML);
		const port = new URL(base).port;
		const hosts = [
			"localhost",
			"127.0.0.1",
			"0x7f.1",
			"2130706433",
			"[::1]",
			"[::ffff:127.0.0.1]",
			"10.1.2.3",
			"169.254.169.254",
		];
		const refusals = await Promise.all(hosts.map((host) => refusal(`http://${host}:${port}/`, {})));
		expect(refusals.filter((text) => !/ is on a private network, which is refused; set /.test(text))).toEqual([]);
		expect(seen).toEqual([]);
	});

	it("may not redirect to a private network, which is checked at every step", async () => {
		answer = (_, response) => response.writeHead(307, { Location: `http://127.0.0.2:${new URL(base).port}/x` }).end();
		const isAllowed = (address: string) => address === "127.0.0.1";
		const read = readSchedule(fetchChecked(base.replace("localhost", "127.0.0.1"), { timeoutMs: 5000, isAllowed }));
		await expect(read).rejects.toThrow(/^127\.0\.0\.2 is on a private network, which is refused;/);
		expect(seen.map(({ url }) => url)).toEqual(["/"]);
	});

	it("with an error status, a broken connection or nobody there is refused with a sentence", async () => {
		answer = (_, response) => response.writeHead(404).end("no");
		expect(await refusal(base)).toMatch(/^localhost:\d+ answers with status 404 instead of a schedule\.$/);
		answer = (_, response) => {
			response.writeHead(200, { "Content-Length": "5000" }).write(XML.slice(0, 60));
			setTimeout(() => response.destroy(), 20);
		};
		expect(await refusal(base)).toMatch(
			/^localhost:\d+ broke the connection off before the whole schedule had come\.$/,
		);
		server.close();
		server.closeAllConnections();
		expect(await refusal(base)).toMatch(/^localhost:\d+ refuses the connection\.$/);
	});

	it("that takes too long, before it answers or after, is given up on", async () => {
		const late = /^localhost:\d+ did not deliver the schedule within 0\.2 seconds\.$/;
		answer = () => {};
		expect(await refusal(base, { allowPrivate: true, timeoutMs: 200 })).toMatch(late);
		answer = (_, response) => void response.write("<schedule>");
		expect(await refusal(base, { allowPrivate: true, timeoutMs: 200 })).toMatch(late);
	});

	it("that sends more than 32 MB, compressed to little, is refused", async () => {
		const bomb = gzipSync(Buffer.concat([Buffer.from("<schedule><!--"), Buffer.alloc(33 * 1024 * 1024, " ")]));
		answer = (_, response) => response.setHeader("Content-Encoding", "gzip").end(bomb);
		expect(await refusal(base)).toBe("The file is larger than 32 MB.");
	});

	it("that is an HTML page is refused as one", async () => {
		answer = (_, response) => response.end("<!DOCTYPE html><title>Sign in</title>");
		expect(await refusal(base)).toBe("This is an HTML page, not a schedule.");
	});
});

describe("a file", () => {
	let folder: string;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), "talkshelf-source-"));
	});
	afterEach(() => rm(folder, { recursive: true }));

	it("is read by its path or file address, and stored by its name", async () => {
		const path = join(folder, "a b.xml");
		await writeFile(path, XML);
		const read = [await readSource(path), await readSource(`file://${folder}/a%20b.xml`)];
		expect(read.map(({ source, schedule }) => [source, schedule.talks.length])).toEqual([
			["a b.xml", 1],
			["a b.xml", 1],
		]);
	});

	it("that is not there, a folder or of a scheme that nobody reads is refused with a sentence", async () => {
		expect(await refusal(join(folder, "x.xml"))).toBe(`There is no file "${join(folder, "x.xml")}".`);
		expect(await refusal(folder)).toBe(`"${folder}" is a folder, not a file.`);
		expect(await refusal("ftp://a.example/x")).toBe(
			'A schedule is read from http and https addresses, not from "ftp:".',
		);
		expect(await refusal("http://")).toBe('"http://" is no address.');
	});
});
