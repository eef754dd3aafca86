import { beforeEach, expect, it } from "vitest";
import { createConference, createUser } from "@/lib/testing/conference";
import { describeOnEachDatabase } from "@/lib/testing/each-database";
import { setMark } from "@/lib/testing/set-mark";
import { mergeMissedOffers, saveMissedAnswer } from "./mutations";
import { listMissedOffers } from "./queries";

const DURING = new Date("2026-01-31T12:00:00Z");
const AFTER = new Date("2026-02-02T12:00:00Z");

describeOnEachDatabase("the offer after a conference", (getDb) => {
	let slug: string;
	let idOf: (talk: string) => number;
	let round = 0;
	let ada: string;

	beforeEach(async () => {
		ada = await createUser(getDb(), `ada-${++round}`);
		slug = `over-${round}`;
		({ idOf } = await createConference(getDb(), {
			slug,
			talks: [
				{ slug: "late", start: "2026-01-31T15:00:00Z" },
				{ slug: "early", start: "2026-01-31T09:00:00Z" },
				{ slug: "watched", start: "2026-01-31T09:00:00Z" },
				{ slug: "withdrawn", start: "2026-01-31T09:00:00Z", withdrawn: true },
				{ slug: "recorded", start: "2026-01-31T16:00:00Z", withdrawn: true, links: ["RECORDING"] },
				{ slug: "cancelled", start: "2026-01-31T09:00:00Z" },
			],
		}));
		await getDb().talk.update({ where: { id: idOf("cancelled") }, data: { isCancelled: true } });
		for (const talk of ["late", "early", "withdrawn", "recorded", "cancelled"]) await must(talk);
		await setMark(getDb(), { userId: ada, talkId: idOf("watched"), status: "WATCHED" });
	});

	const must = (talk: string) => setMark(getDb(), { userId: ada, talkId: idOf(talk), status: "MUST_SEE" });
	const offers = (now: Date, conference?: string) => listMissedOffers(getDb(), { userId: ada, conference, now });
	const saveAnswer = (userId: string, now = AFTER, conference = slug) =>
		saveMissedAnswer(getDb(), { userId, conference, now });

	it("names the must-see talks that can be caught up on, once the conference is over", async () => {
		expect(await offers(DURING)).toEqual([]);
		const offer = {
			conference: { slug, title: slug },
			talks: ["early", "late", "recorded"].map((talk) => ({ id: idOf(talk), title: talk })),
		};
		expect(await offers(AFTER)).toEqual([offer]);
		expect(await offers(AFTER, slug)).toEqual([offer]);
		expect(await offers(AFTER, "another")).toEqual([]);
		expect(await listMissedOffers(getDb(), { userId: "nobody", now: AFTER })).toEqual([]);
	});

	it("comes for each conference, the latest first", async () => {
		const later = await createConference(getDb(), {
			slug: `later-${round}`,
			startDate: "2026-02-01",
			talks: [{ slug: "there", start: "2026-02-01T09:00:00Z" }],
		});
		await setMark(getDb(), { userId: ada, talkId: later.idOf("there"), status: "MUST_SEE" });
		const slugs = async () => (await offers(AFTER)).map(({ conference }) => conference.slug);
		expect(await slugs()).toEqual([`later-${round}`, slug]);
		await saveAnswer(ada);
		expect(await slugs()).toEqual([`later-${round}`]);
	});

	it("is not made again once it was answered, to nobody else's loss", async () => {
		const bob = await createUser(getDb(), `bob-${round}`);
		expect(await saveAnswer(bob)).toBe("kept");
		expect(await offers(AFTER)).toHaveLength(1);
		expect([await saveAnswer(ada), await saveAnswer(ada)]).toEqual(["kept", "kept"]);
		expect(await offers(AFTER)).toEqual([]);
		expect(await getDb().missedOffer.count({ where: { userId: ada } })).toBe(1);
	});

	it("cannot be answered before it is made, nor for a conference that is not there", async () => {
		expect(await saveAnswer(ada, DURING)).toBe("not-over");
		expect(await saveAnswer(ada, AFTER, "nowhere")).toBe("unknown-conference");
		expect(await getDb().missedOffer.count({ where: { userId: ada } })).toBe(0);
	});

	it("stays answered when a guest signs in", async () => {
		const account = await createUser(getDb(), `account-${round}`);
		const other = await createConference(getDb(), { slug: `other-${round}`, talks: [] });
		const stored = () =>
			getDb().missedOffer.findMany({ orderBy: { conferenceId: "asc" }, where: { userId: { in: [ada, account] } } });
		await saveAnswer(account);
		const [before] = await stored();
		await saveAnswer(ada, new Date("2026-03-01T00:00:00Z"));
		await saveAnswer(ada, AFTER, `other-${round}`);
		await getDb().$transaction((tx) => mergeMissedOffers(tx, { fromUserId: ada, toUserId: account }));
		expect(await stored()).toEqual([before, { userId: account, conferenceId: other.id, answeredAt: AFTER }]);
	});
});
