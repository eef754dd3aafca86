import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Db } from "@/lib/db/client";
import { importFile } from "@/lib/imports/import-file";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { type RefreshOptions, refreshSchedules } from "./refresh-schedules";

const now = new Date("2026-03-20T12:00:00Z");
const options: RefreshOptions = { now: () => now, allowPrivate: true };

function file(slug: string, titles: readonly string[]): string {
	const events = titles.map(
		(title, index) => `<event guid="${slug}-${index}"><date>2026-01-31T09:00:00+01:00</date><duration>00:30</duration>
		<title>${title}</title></event>`,
	);
	return `<schedule><conference><acronym>${slug}</acronym><title>Title of ${slug}</title>
	<time_zone_name>Europe/Brussels</time_zone_name></conference>
	<day date="2026-01-31"><room name="A">${events.join("")}</room></day></schedule>`;
}

describeOnEachDatabase("refreshSchedules", (getDb) => {
	let server: Server;
	let base: string;
	let site: Record<string, { body: string; etag?: string }>;
	const answers: string[] = [];

	beforeEach(async () => {
		answers.length = 0;
		site = {};
		server = createServer((request, response) => {
			const { body = "", etag } = site[request.url ?? ""] ?? {};
			const isKnown = etag !== undefined && request.headers["if-none-match"] === etag;
			const status = body === "" ? 404 : isKnown ? 304 : 200;
			answers.push(`${request.url} ${status}`);
			response.writeHead(status, etag === undefined ? {} : { ETag: etag }).end(status === 200 ? body : undefined);
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		await getDb().conference.deleteMany();
	});
	afterEach(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});

	const bringIn = (db: Db, path: string, etag = "") =>
		importFile(db, new TextEncoder().encode(site[path]?.body), { source: base + path, etag, now });
	const refreshed = (slug: string) => ({ conference: slug, title: `Title of ${slug}` });
	const unchanged = (slug: string) => ({ ...refreshed(slug), status: "unchanged" });

	it("asks with what the server said before, and brings in what is newer", async () => {
		const db = getDb();
		site["/a"] = { body: file("a", ["One", "Two"]), etag: '"1"' };
		await bringIn(db, "/a", '"1"');
		expect(await refreshSchedules(db, options)).toEqual([unchanged("a")]);

		site["/a"] = { body: file("a", ["One, again", "Two", "Three"]), etag: '"2"' };
		const talks = { added: 1, changed: 1, withdrawn: 0, unchanged: 1 };
		expect(await refreshSchedules(db, options)).toEqual([{ ...refreshed("a"), status: "changed", talks }]);
		expect(await refreshSchedules(db, options)).toEqual([unchanged("a")]);
		expect(answers).toEqual(["/a 304", "/a 200", "/a 304"]);
		const [conference] = await db.conference.findMany({ select: { etag: true, checkedAt: true, checkProblem: true } });
		expect(conference).toEqual({ etag: '"2"', checkedAt: now, checkProblem: "" });
	});

	it("remembers what the server says now of a file that is the same", async () => {
		const db = getDb();
		site["/a"] = { body: file("a", ["One"]), etag: '"1"' };
		await bringIn(db, "/a");
		for (let round = 0; round < 2; round++) expect(await refreshSchedules(db, options)).toEqual([unchanged("a")]);
		expect(answers).toEqual(["/a 200", "/a 304"]);
	});

	it("asks for the file again where it was read otherwise than it would be now", async () => {
		const db = getDb();
		site["/a"] = { body: file("a", ["One"]), etag: '"1"' };
		await bringIn(db, "/a", '"1"');
		const { fileDigest } = await db.conference.findFirstOrThrow();
		await db.conference.updateMany({ data: { fileDigest: fileDigest.replace(/^\d+/, "0") } });
		for (let round = 0; round < 2; round++) expect(await refreshSchedules(db, options)).toEqual([unchanged("a")]);
		expect(answers).toEqual(["/a 200", "/a 304"]);
	});

	it("asks for the file again where another one was imported by hand since", async () => {
		const db = getDb();
		site["/a"] = { body: file("a", ["One"]), etag: '"1"' };
		await bringIn(db, "/a", '"1"');
		await importFile(db, new TextEncoder().encode(file("a", ["By hand"])), { source: "a.xml", now });
		expect(await refreshSchedules(db, options)).toMatchObject([{ status: "changed", talks: { changed: 1 } }]);
		expect(answers).toEqual(["/a 200"]);
	});

	it("keeps what a conference has whose source fails, says why, and goes on with the others", async () => {
		const db = getDb();
		for (const slug of ["a", "b", "c"]) {
			site[`/${slug}`] = { body: file(slug, ["One"]) };
			await bringIn(db, `/${slug}`);
		}
		await importFile(db, new TextEncoder().encode(file("by-hand", ["One"])), { source: "schedule.xml", now });
		const talks = await db.talk.findMany({ orderBy: { id: "asc" } });
		site = {
			"/b": { body: "<html><title>Gone</title></html>" },
			"/c": { body: file("c", ["One", "Two"]) },
		};
		const lost = `127.0.0.1:${new URL(base).port} answers with status 404 instead of a schedule.`;
		const page = "This is an HTML page, not a schedule.";
		expect(await refreshSchedules(db, options)).toEqual([
			{ ...refreshed("a"), status: "failed", problem: lost },
			{ ...refreshed("b"), status: "failed", problem: page },
			{ ...refreshed("c"), status: "changed", talks: { added: 1, changed: 0, withdrawn: 0, unchanged: 1 } },
		]);
		const checks = () =>
			db.conference.findMany({ orderBy: { id: "asc" }, select: { slug: true, checkedAt: true, checkProblem: true } });
		expect(await checks()).toEqual([
			{ slug: "a", checkedAt: now, checkProblem: lost },
			{ slug: "b", checkedAt: now, checkProblem: page },
			{ slug: "c", checkedAt: now, checkProblem: "" },
			{ slug: "by-hand", checkedAt: null, checkProblem: "" },
		]);
		const kept = talks.map(({ id }) => id);
		expect(await db.talk.findMany({ where: { id: { in: kept } }, orderBy: { id: "asc" } })).toEqual(talks);

		site["/a"] = { body: file("a", ["One"]) };
		await refreshSchedules(db, options);
		expect((await checks())[0]).toEqual({ slug: "a", checkedAt: now, checkProblem: "" });
	});

	it("refuses private networks", async () => {
		const db = getDb();
		site["/a"] = { body: file("a", ["One"]) };
		await bringIn(db, "/a");
		expect(await refreshSchedules(db, { ...options, allowPrivate: false })).toMatchObject([
			{ status: "failed", problem: expect.stringMatching(/^127\.0\.0\.1 is on a private network/) },
		]);
		expect(answers).toEqual([]);
	});

	it("brings in no other conference, where the address moves on to the next one", async () => {
		const db = getDb();
		site["/current"] = { body: file("a", ["One"]) };
		await bringIn(db, "/current");
		site["/current"] = { body: file("b", ["One"]) };
		const problem =
			'The address has another conference\'s schedule now, "Title of b" instead of "Title of a"; import it to have both.';
		expect(await refreshSchedules(db, options)).toEqual([{ ...refreshed("a"), status: "failed", problem }]);
		expect(await db.conference.count()).toBe(1);

		await bringIn(db, "/current");
		site["/current"] = { body: file("b", ["One", "Two"]) };
		const talks = { added: 1, changed: 0, withdrawn: 0, unchanged: 1 };
		expect(await refreshSchedules(db, options)).toEqual([
			unchanged("a"),
			{ ...refreshed("b"), status: "changed", talks },
		]);
	});

	it("withdraws no more than a third of the talks, and says how to have that", async () => {
		const db = getDb();
		site["/a"] = { body: file("a", ["One", "Two", "Three", "Four"]) };
		await bringIn(db, "/a");
		const talks = await db.talk.findMany({ orderBy: { id: "asc" } });
		site["/a"] = { body: file("a", ["One", "Two"]) };
		const problem = `Nothing was imported: it would withdraw 2 of the 4 talks of "Title of a", which has to be confirmed. If that is meant, import it under "Add a conference", or with \`npm run import -- ${base}/a --as a --yes\`.`;
		expect(await refreshSchedules(db, options)).toEqual([{ ...refreshed("a"), status: "failed", problem }]);
		expect(await db.talk.findMany({ orderBy: { id: "asc" } })).toEqual(talks);
		site["/a"] = { body: file("a", ["One", "Two", "Three"]) };
		expect(await refreshSchedules(db, options)).toMatchObject([{ status: "changed", talks: { withdrawn: 1 } }]);
	});

	it("keeps a conference up to date that was imported under another name than its schedule gives it", async () => {
		const db = getDb();
		const guid = "a4b1c0de-0000-4000-8000-00000000000";
		const named = (...titles: string[]) => file("a", titles).replaceAll('guid="a-', `guid="${guid}`);
		site["/a"] = { body: named("One") };
		const bytes = new TextEncoder().encode(site["/a"].body);
		await importFile(db, bytes, { source: `${base}/a`, as: "mine", now });
		site["/a"] = { body: named("One", "Two") };
		expect(await refreshSchedules(db, options)).toMatchObject([
			{ conference: "mine", status: "changed", talks: { added: 1, withdrawn: 0 } },
		]);
		expect(await db.conference.findMany({ select: { slug: true } })).toEqual([{ slug: "mine" }]);
	});

	it("leaves alone what was asked for lately, by whichever process", async () => {
		const db = getDb();
		for (const slug of ["a", "b", "c"]) {
			site[`/${slug}`] = { body: file(slug, ["One"]) };
			await bringIn(db, `/${slug}`);
		}
		const hourAgo = new Date(now.getTime() - 3_600_000);
		await db.conference.updateMany({ where: { slug: "a" }, data: { checkedAt: new Date(hourAgo.getTime() + 1000) } });
		await db.conference.updateMany({ where: { slug: "b" }, data: { checkedAt: hourAgo } });
		const shared = { ...options, notSince: hourAgo };
		const both = await Promise.all([refreshSchedules(db, shared), refreshSchedules(db, shared)]);
		expect(
			both
				.flat()
				.map(({ conference }) => conference)
				.sort(),
		).toEqual(["b", "c"]);
		expect(answers.toSorted()).toEqual(["/b 200", "/c 200"]);
		expect(await refreshSchedules(db, shared)).toEqual([]);
	});
});
