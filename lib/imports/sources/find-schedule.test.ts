import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ScheduleError } from "@/lib/schedule/schedule-error";
import { type FindOptions, type FindProgress, findSchedule } from "./find-schedule";

const XML = `<schedule><conference><acronym>c</acronym></conference><day date="2026-01-31"/></schedule>`;
const CSV = "title,start,end,room\nOne,2026-01-31 10:00,2026-01-31 10:30,A\n";

type Answer = { readonly type?: string; readonly body?: string; readonly status?: number; readonly to?: string };

let server: Server;
let base: string;
let site: Record<string, Answer>;
const asked: string[] = [];

beforeEach(async () => {
	asked.length = 0;
	server = createServer(({ url = "" }, response) => {
		asked.push(url);
		const { type = "text/html", body = "", status = 200, to } = site[url] ?? { status: 404 };
		const headers = { "Content-Type": type, ETag: '"1"', "Last-Modified": "Sat, 31 Jan 2026 09:00:00 GMT" };
		response.writeHead(to ? 302 : status, { ...headers, ...(to && { Location: to }) }).end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

const find = (path: string, options: FindOptions = {}) => findSchedule(base + path, { allowPrivate: true, ...options });

async function refusal(address: string, options: FindOptions = { allowPrivate: true }): Promise<string> {
	try {
		await findSchedule(address, options);
	} catch (error) {
		if (!(error instanceof ScheduleError)) throw error;
		return error.message.replaceAll(base, "BASE");
	}
	throw new Error("A schedule was found.");
}

it("takes the file at the address, whatever type its server gives it, and says how it comes along", async () => {
	site = { "/x?y": { body: XML } };
	const progress: FindProgress[] = [];
	const address = `${base.replace("//", "//me:secret@")}/x?y#top`;
	const found = await findSchedule(` ${address} `, { allowPrivate: true, onProgress: (now) => progress.push(now) });
	expect(found).toEqual({
		bytes: Buffer.from(XML),
		source: `${base}/x?y`,
		etag: '"1"',
		lastModified: "Sat, 31 Jan 2026 09:00:00 GMT",
	});
	expect(progress).toEqual([
		{ phase: "fetching", address: `${base}/x?y`, bytes: 0 },
		{ phase: "fetching", address: `${base}/x?y`, bytes: XML.length },
	]);
});

it("keeps the address that was asked for where it redirects, since where it leads may change", async () => {
	site = { "/latest.xml": { to: "/v7.xml" }, "/v7.xml": { body: XML } };
	expect((await find("/latest.xml")).source).toBe(`${base}/latest.xml`);
});

it("takes the best file that a page links to, and passes over what is none", async () => {
	site = {
		"/": { body: `<a href="schedule.xml">a</a><a href="schedule.json">b</a><a href="schedule.ics">c</a>` },
		"/schedule.xml": { body: "<html><title>Moved</title></html>" },
		"/schedule.ics": { type: "text/calendar", body: "BEGIN:VCALENDAR\r\n" },
	};
	expect((await find("/")).source).toBe(`${base}/schedule.ics`);
	expect(asked).toEqual(["/", "/schedule.xml", "/schedule.json", "/schedule.ics"]);
});

it("finds a pretalx event's export from any of its pages", async () => {
	site = {
		"/conf-26/talk/ABC/": { body: `<meta name="generator" content="pretalx"><a href="/conf-26/talk/ABC.ics">ics</a>` },
		"/conf-26/schedule/export/schedule.xml": { type: "text/xml", body: XML },
	};
	expect((await find("/conf-26/talk/ABC/")).source).toBe(`${base}/conf-26/schedule/export/schedule.xml`);
	expect(asked).toHaveLength(2);
});

it("finds the event that a page embeds, or has its schedule at", async () => {
	site = {
		"/": { body: `<pretalx-schedule event-url="/conf-26/"></pretalx-schedule>` },
		"/site": { to: "/en/" },
		"/en/": { body: `<a href="/conf-26/schedule/">Programme</a>` },
		"/conf-26/schedule/": { body: "<footer>powered by pretalx</footer>" },
		"/conf-26/schedule/export/schedule.json": { type: "application/json", body: `{"schedule": {"conference": {}}}` },
	};
	const exported = `${base}/conf-26/schedule/export/schedule.json`;
	expect([(await find("/")).source, (await find("/site")).source]).toEqual([exported, exported]);
});

it("follows pages about the schedule one level, and no further", async () => {
	site = {
		"/": { body: `<a href="/programme">Programme</a>` },
		"/programme": { body: `<a href="/fahrplan">Fahrplan</a>` },
		"/fahrplan": { body: `<a href="/schedule.xml">XML</a>` },
		"/schedule.xml": { body: XML },
	};
	expect(await refusal(`${base}/`)).toBe("BASE/ is a page that leads to no schedule; tried BASE/programme.");
	expect((await find("/programme")).source).toBe(`${base}/schedule.xml`);
});

it("asks eight times at most, and says where", async () => {
	const links = (prefix: string) =>
		Array.from({ length: 9 }, (_, index) => `<a href="/${prefix}${index}/schedule.xml">x</a>`).join("");
	const pages = Array.from({ length: 9 }, (_, index) => `<a href="/p${index}">Schedule</a>`).join("");
	site = { "/": { body: links("a") + pages }, "/p0": { body: links("b") }, "/p1": { body: links("c") } };
	expect(await refusal(`${base}/`)).toMatch(/; tried (?:\S+, ){6}and BASE\/b2\/schedule\.xml\.$/);
	expect(asked.map((path) => path.slice(1, 3))).toEqual(["", "a0", "a1", "a2", "p0", "b0", "b1", "b2"]);
});

it("takes no page for CSV, and CSV where a page links to it", async () => {
	site = {
		"/": { body: CSV },
		"/page": { body: `<a href="/schedule.csv">Schedule</a>` },
		"/schedule.csv": { type: "text/csv", body: CSV },
	};
	expect(await refusal(`${base}/`)).toBe("BASE/ is a page that links to no schedule.");
	expect((await find("/page")).source).toBe(`${base}/schedule.csv`);
});

it("says what is wrong with the address itself", async () => {
	site = { "/image": { type: "image/png", body: "\x89PNG" }, "/empty": { type: "text/plain" } };
	expect(await refusal(`${base}/none`)).toMatch(/^127\.0\.0\.1:\d+ answers with status 404 instead of a schedule\.$/);
	expect(await refusal(`${base}/image`)).toMatch(/^This is not a schedule in a format that can be read here/);
	expect(await refusal(`${base}/empty`)).toBe("The file is empty.");
	expect(await refusal("")).toBe('"" is no address.');
	expect(await refusal("http://")).toBe('"http://" is no address.');
	expect(await refusal("ftp://a.example/x")).toBe('A schedule is read from http and https addresses, not from "ftp:".');
});

it("takes an address without its scheme for one of the web", async () => {
	expect(await refusal("localhost/schedule.xml", {})).toMatch(/^localhost is on a private network/);
});

it("refuses private networks", async () => {
	site = { "/": { body: `<a href="/schedule.xml">x</a>` } };
	expect(await refusal(`${base}/`, { allowPrivate: false })).toMatch(/^127\.0\.0\.1 is on a private network/);
	expect(asked).toEqual([]);
});

it("refuses more than 32 MB, however little they are compressed to", async () => {
	const bomb = gzipSync(Buffer.concat([Buffer.from("<schedule><!--"), Buffer.alloc(32 * 1024 * 1024, " ")]));
	server.removeAllListeners("request");
	server.on("request", (_, response) => response.setHeader("Content-Encoding", "gzip").end(bomb));
	expect(await refusal(`${base}/schedule.xml`)).toBe("The file is larger than 32 MB.");
});

it("has one deadline for all of it", async () => {
	server.removeAllListeners("request");
	server.on("request", ({ url }, response) => {
		if (url === "/") response.setHeader("Content-Type", "text/html").end(`<a href="/schedule.xml">x</a>`);
	});
	expect(await refusal(`${base}/`, { allowPrivate: true, timeoutMs: 300 })).toMatch(
		/^127\.0\.0\.1:\d+ did not deliver the schedule within 0\.3 seconds\.$/,
	);
});
