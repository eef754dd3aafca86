import { beforeEach, expect, it } from "vitest";
import { importFile } from "@/lib/imports/import-file";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { WithdrawalError } from "./withdrawal";

const now = new Date("2026-03-20T12:00:00Z");

type Event = { readonly uid?: string; readonly title: string; readonly day: string; readonly url?: string };

/** A calendar that does not say what it is of. */
function calendar(...events: readonly Event[]): Uint8Array {
	const lines = events.flatMap(({ uid, title, day, url }, index) => [
		"BEGIN:VEVENT",
		...(uid === undefined ? [] : [`UID:${uid}`]),
		`SUMMARY:${title}`,
		`DTSTART:${day}T${10 + index}0000Z`,
		`DTEND:${day}T${10 + index}3000Z`,
		...(url === undefined ? [] : [`URL:${url}`]),
		"END:VEVENT",
	]);
	const text = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN", ...lines, "END:VCALENDAR", ""].join("\r\n");
	return new TextEncoder().encode(text);
}

const events = (name: string, host: string, day: string, count: number, first = 100): Event[] =>
	Array.from({ length: count }, (_, index) => {
		const id = first + index;
		return { uid: `contribution-${id}@${host}`, title: `${name} ${id}`, day, url: `https://${host}/event/1/${id}/` };
	});

describeOnEachDatabase("a file that does not say what it is of", (getDb) => {
	beforeEach(async () => {
		await getDb().conference.deleteMany();
	});

	const bringIn = (of: readonly Event[], source = "event.ics", also: { as?: string; mayWithdraw?: number } = {}) =>
		importFile(getDb(), calendar(...of), { source, now, ...also });
	const held = async () => {
		const all = await getDb().conference.findMany({
			orderBy: { slug: "asc" },
			select: { slug: true, talks: { where: { withdrawnAt: null } } },
		});
		return Object.fromEntries(all.map(({ slug, talks }) => [slug, talks.length]));
	};

	const kernel = events("Kernel", "plumbers.example", "20261211", 3);
	const desktop = events("Desktop", "desktop.example", "20260906", 2);

	it("is another conference where it has nothing in common with that of its name, each time it is imported", async () => {
		await bringIn(kernel);
		expect(await bringIn(desktop)).toMatchObject({ conference: "event-2", talks: { added: 2, withdrawn: 0 } });
		expect(await held()).toEqual({ event: 3, "event-2": 2 });

		const moved = desktop.map((event) => ({ ...event, day: "20260907" }));
		expect(await bringIn(moved)).toMatchObject({ conference: "event-2", talks: { changed: 2, withdrawn: 0 } });
		expect(await bringIn(kernel.slice(1))).toMatchObject({ conference: "event", talks: { withdrawn: 1 } });
		// Of the same host, but of another year, and at the same time, but of another host.
		await bringIn(events("Libc", "plumbers.example", "20271211", 1, 900));
		await bringIn(events("Gardens", "gardens.example", "20261211", 1));
		expect(await held()).toEqual({ event: 2, "event-2": 2, "event-3": 1, "event-4": 1 });
	});

	it("is the same one where its talks may be, whatever number a browser gave the file", async () => {
		await bringIn(kernel);
		const anew = kernel.map((event, index) => ({ ...event, uid: `new-${index}`, url: undefined }));
		expect(await bringIn(anew, "event (1).ics")).toMatchObject({
			conference: "event",
			talks: { withdrawn: 0, added: 0 },
		});
		const bare = { title: "A workshop", day: "20261211" };
		await expect(bringIn([bare])).rejects.toThrow(WithdrawalError);
		expect(await held()).toEqual({ event: 3 });
	});

	it("is of the conference that is named with it, also the next time from there, and keeps its address's", async () => {
		await bringIn(kernel, "https://plumbers.example/event/19/event.ics?scope=contribution");
		await bringIn(desktop, "https://desktop.example/event/9/event.ics?scope=contribution", { as: "desktop-2026" });
		expect(await held()).toEqual({ event: 3, "desktop-2026": 2 });
		const next = await bringIn(
			[...desktop, ...events("Desktop", "desktop.example", "20260907", 1, 300)],
			"https://desktop.example/event/9/event.ics?scope=contribution",
		);
		expect(next).toMatchObject({ conference: "desktop-2026", talks: { added: 1, unchanged: 2 } });
		// Whatever stands there now is asked about, and not taken for another conference.
		await expect(
			bringIn(
				events("Gardens", "gardens.example", "20310101", 1),
				"https://desktop.example/event/9/event.ics?scope=contribution",
			),
		).rejects.toThrow(WithdrawalError);
	});

	it("withdraws more than a third of the talks only where it may withdraw that many", async () => {
		await bringIn(kernel);
		await bringIn(kernel.slice(1));
		expect(await held()).toEqual({ event: 2 });
		const before = await getDb().talk.findMany({ orderBy: { id: "asc" } });
		await expect(bringIn(kernel.slice(2))).rejects.toThrow(
			'Nothing was imported: it would withdraw 1 of the 2 talks of "event", which has to be confirmed.',
		);
		expect(await getDb().talk.findMany({ orderBy: { id: "asc" } })).toEqual(before);
		expect((await bringIn(kernel.slice(2), "event.ics", { mayWithdraw: 1 })).talks.withdrawn).toBe(1);
	});
});
