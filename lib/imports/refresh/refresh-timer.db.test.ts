import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { importFile } from "@/lib/imports/import-file";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { parseRefreshInterval, startRefreshTimer } from "./refresh-timer";

const file = (title: string, slug = "conf") => `<schedule><conference><acronym>${slug}</acronym><title>Conf</title>
<time_zone_name>Europe/Brussels</time_zone_name></conference><day date="2026-01-31"><room name="A"><event guid="one">
<date>2026-01-31T09:00:00+01:00</date><duration>00:30</duration><title>${title}</title></event></room></day></schedule>`;

describeOnEachDatabase("startRefreshTimer", (getDb) => {
	let server: Server;
	let answer: RequestListener;
	let asked: number;
	let stops: (() => Promise<void>)[];
	let lines: string[];

	beforeEach(async () => {
		lines = [];
		asked = 0;
		stops = [];
		server = createServer((request, response) => {
			asked++;
			answer(request, response);
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		await getDb().conference.deleteMany();
		const source = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
		await importFile(getDb(), Buffer.from(file("One")), { source, now: new Date() });
	});
	afterEach(async () => {
		const stopped = stops.map((stop) => stop());
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
		await Promise.all(stopped);
	});

	const start = (everyMs: number) => {
		const log = { info: (line: string) => lines.push(line), error: (line: string) => lines.push(`Error: ${line}`) };
		stops.push(startRefreshTimer(getDb(), { everyMs, log, allowPrivate: true }));
	};

	it("brings in what changed again and again, and logs that and what failed, each in a line", async () => {
		answer = (_, response) => {
			if (asked === 3) response.writeHead(500).end();
			else response.end(file(asked === 1 ? "One" : "Other"));
		};
		start(100);
		await vi.waitUntil(() => asked >= 4, { timeout: 20_000 });
		const { host } = new URL((await getDb().conference.findFirstOrThrow()).source);
		expect(lines).toEqual([
			"Conf: +0 ~1 −0",
			`Error: Conf: failed. ${host} answers with status 500 instead of a schedule.`,
		]);
	});

	it("never asks twice at once", async () => {
		let running = 0;
		let most = 0;
		answer = (_, response) => {
			most = Math.max(most, ++running);
			setTimeout(() => {
				running--;
				response.end(file("One"));
			}, 150);
		};
		start(20);
		await vi.waitUntil(() => asked >= 3, { timeout: 20_000 });
		expect([most, lines]).toEqual([1, []]);
	});

	it("leaves to other servers what they have just asked for", async () => {
		const urls: string[] = [];
		answer = ({ url = "" }, response) => {
			urls.push(url);
			response.end(file("One", url.slice(1) || "conf"));
		};
		start(60_000);
		await vi.waitUntil(() => urls.length === 1, { timeout: 20_000 });
		const { source } = await getDb().conference.findFirstOrThrow();
		// Each of the others has one to ask for that is new, and that comes after those that were asked for.
		for (const slug of ["a", "b", "c"]) {
			await importFile(getDb(), Buffer.from(file("One", slug)), { source: `${source}${slug}`, now: new Date() });
			start(60_000);
			await vi.waitUntil(() => urls.includes(`/${slug}`), { timeout: 20_000 });
		}
		expect(urls).toEqual(["/", "/a", "/b", "/c"]);
	});
});

it("refreshInterval takes whole minutes up to a week, and nothing", () => {
	expect([undefined, "", " ", "1", " 60 ", "10080"].map(parseRefreshInterval)).toEqual([
		null,
		null,
		null,
		60_000,
		3_600_000,
		604_800_000,
	]);
	const wrong = ["0", "-5", "1.5", "soon", "1e3", "10081", "60 minutes"];
	for (const minutes of wrong) {
		expect(() => parseRefreshInterval(minutes)).toThrow(
			`REFRESH_MINUTES is "${minutes}", but has to be a whole number from 1 to 10080, or left out.`,
		);
	}
});
