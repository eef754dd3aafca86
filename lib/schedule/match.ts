import { slugify } from "@/lib/text/slug";
import { createSlotKey, getPublishedGuid } from "./identity";
import type { StoredTalk } from "./stored";
import type { ScheduleTalk } from "./types";

/**
 * The talks of an incoming schedule under the keys by which they are known here, so that one that moved, or whose schedule
 * comes from elsewhere now, stays the talk that it was, with its marks and notes. Two talks that both have a guid are never
 * taken for one unless the schedule says so in another way (the address or the slug that it gives them), or names all of
 * its talks anew. A guid that several talks share proves nothing by itself. What would fit several talks fits none.
 */
export function matchTalks(
	stored: readonly StoredTalk[],
	incoming: readonly ScheduleTalk[],
	conference: string,
): ScheduleTalk[] {
	const unmatched = new Map(stored.filter(({ isByHand }) => !isByHand).map((talk) => [talk.key, talk]));
	const shared = matchShared(unmatched, incoming);
	for (const { found } of shared.values()) if (found) unmatched.delete(found.key);
	const unknown = incoming.filter((talk) => !shared.has(talk) && !unmatched.delete(talk.key));
	if (shared.size === 0 && (unknown.length === 0 || unmatched.size === 0)) return [...incoming];

	const known = new Map<ScheduleTalk, StoredTalk>();
	const take = (pairs: Iterable<readonly [ScheduleTalk, StoredTalk]>) => {
		for (const [talk, found] of pairs) {
			known.set(talk, found);
			unmatched.delete(found.key);
		}
	};
	const rest = () => unknown.filter((talk) => !known.has(talk));
	const matchBy = (
		keyOfStored: (talk: StoredTalk) => string | null,
		keyOfIncoming: (talk: ScheduleTalk) => string | null,
	) => take(pairsOf(uniqueByKey([...unmatched.values()], keyOfStored), uniqueByKey(rest(), keyOfIncoming)));

	matchBy(
		(talk) => getPublishedGuid(conference, talk).toLowerCase(),
		({ guid }) => guid?.toLowerCase() ?? null,
	);
	// A talk keeps the key that it was first known by, whatever guid it has had since.
	matchBy(lastGuid, lastGuid);
	matchBy(withoutSlot, withoutSlot);
	if (unknown.length === incoming.length && known.size === 0) {
		const ifPresent = [...unmatched.values()].filter(({ isWithdrawn }) => !isWithdrawn);
		take(matchRenamed(ifPresent, incoming));
	}
	// pretalx names a slot after its talk, and after its number too once the talk has several: the first has a new guid then.
	for (const nameOf of [ownUrl(stored, incoming), ownSlug]) {
		for (const keyOf of [bySlotAndTitle, byTitleAndAllSpeakers]) {
			const together = <Talk extends StoredTalk | ScheduleTalk>(talk: Talk) => {
				const name = nameOf(talk);
				return name === null ? null : JSON.stringify([name, keyOf(talk)]);
			};
			matchBy(ifPresent(withGuid(together)), withGuid(together));
		}
	}
	// Who loses or gains a guid is known by what people would know it by, all of it, or by title and speakers where it moved.
	for (const keyOf of [bySlot, byTitleAndSpeakers]) {
		matchBy(ifPresent(withGuid(keyOf)), withoutGuid(keyOf));
		matchBy(ifPresent(withoutGuid(keyOf)), withGuid(keyOf));
	}
	matchBy(ifPresent(withoutIdentifiers(bySpeakers)), withoutIdentifiers(bySpeakers));
	matchBy(ifPresent(withoutIdentifiers(byTitle)), withoutIdentifiers(byTitle));

	return incoming.map((talk) => {
		const found = shared.get(talk)?.found ?? known.get(talk);
		if (!found) return { ...talk, key: shared.get(talk)?.key ?? talk.key };
		const isOwnExport = talk.guid?.toLowerCase() === getPublishedGuid(conference, found).toLowerCase();
		return { ...talk, key: found.key, guid: isOwnExport ? found.guid : talk.guid };
	});
}

/**
 * The talks of a schedule that names every one of them anew, as calendars do whose UIDs are made each time they are written:
 * none where it may as well be another conference's. That several are the same by title and time or speakers tells it, or,
 * of few, that all are known by their title, half of them or more where and when they were.
 */
function matchRenamed(stored: readonly StoredTalk[], incoming: readonly ScheduleTalk[]): Map<ScheduleTalk, StoredTalk> {
	const found = new Map<ScheduleTalk, StoredTalk>();
	const used = new Set<StoredTalk>();
	const matchBy = (keyOf: (talk: StoredTalk | ScheduleTalk) => string | null) => {
		const candidates = uniqueByKey(
			stored.filter((talk) => !used.has(talk)),
			keyOf,
		);
		const wanted = uniqueByKey(
			incoming.filter((talk) => !found.has(talk)),
			keyOf,
		);
		for (const [talk, before] of pairsOf(candidates, wanted)) {
			found.set(talk, before);
			used.add(before);
		}
	};
	// Talks of which each of these is the same are told apart by nobody, and stand for one another in their order.
	const slots = new Map<StoredTalk | ScheduleTalk, string>([...numbered(stored), ...numbered(incoming)]);
	matchBy((talk) => slots.get(talk) ?? null);
	const stayed = found.size;
	matchBy(byTime);
	matchBy(byTitleAndSpeakers);
	const isOne = found.size >= MIN_MATCHES;
	matchBy(byTitle);
	const isWhole = found.size === stored.length && found.size === incoming.length && stayed >= found.size / 2;
	matchBy(bySpeakers);
	return isOne || isWhole ? found : new Map();
}

function numbered(talks: readonly (StoredTalk | ScheduleTalk)[]) {
	const seen = new Map<string, number>();
	return talks.map((talk) => {
		const slot = bySlot(talk);
		const number = seen.get(slot) ?? 0;
		seen.set(slot, number + 1);
		return [talk, `${number} ${slot}`] as const;
	});
}

function pairsOf(candidates: ReadonlyMap<string, StoredTalk>, wanted: ReadonlyMap<string, ScheduleTalk>) {
	return [...wanted].flatMap(([key, talk]) => {
		const found = candidates.get(key);
		return found ? [[talk, found] as const] : [];
	});
}

type SharedMatch = { readonly key: string; readonly found: StoredTalk | null };

/**
 * The talks whose guid is not theirs alone, among the stored or the incoming: which of them bears it bare and which with its
 * slot depends on their order, so that title and slot tell who is who, then the title, and no key does.
 */
function matchShared(stored: ReadonlyMap<string, StoredTalk>, incoming: readonly ScheduleTalk[]) {
	const before = byGuid([...stored.values()]);
	const matched = new Map<ScheduleTalk, SharedMatch>();
	const taken = new Set([...stored.keys(), ...incoming.map(({ key }) => key)]);
	for (const [guid, talks] of byGuid(incoming)) {
		const known = before.get(guid) ?? [];
		if (known.length === 0 || known.length + talks.length === 2) continue;
		for (const keyOf of [bySlot, byKeyAndTitle, byTitle, bySpeakers]) {
			const used = new Set(talks.map((talk) => matched.get(talk)?.key));
			const rest = talks.filter((talk) => !matched.has(talk));
			const candidates = uniqueByKey(
				known.filter(({ key }) => !used.has(key)),
				keyOf,
			);
			for (const [wanted, talk] of uniqueByKey(rest, keyOf)) {
				const found = candidates.get(wanted);
				if (found) matched.set(talk, { key: found.key, found });
			}
		}
		for (const talk of talks.filter((talk) => !matched.has(talk))) {
			const wanted = createSlotKey(guid, { start: talk.start, room: talk.room ?? "" });
			let key = wanted;
			for (let number = 2; taken.has(key); number++) key = `${wanted}@${number}`;
			taken.add(key);
			matched.set(talk, { key, found: null });
		}
	}
	return matched;
}

/** The talks that are known by a guid, under it as their keys have it. */
function byGuid<Talk extends StoredTalk | ScheduleTalk>(talks: readonly Talk[]): Map<string, Talk[]> {
	const found = new Map<string, Talk[]>();
	for (const talk of talks) {
		const guid = talk.key.startsWith("guid:") ? withoutSlot(talk) : null;
		if (guid !== null) found.set(guid, [...(found.get(guid) ?? []), talk]);
	}
	return found;
}

const byKeyAndTitle = ({ key, title }: StoredTalk | ScheduleTalk) => JSON.stringify([key, title]);

const MIN_MATCHES = 3;

/** Without start and room, which tell the slots of one talk apart and move. */
const withoutSlot = ({ key }: { readonly key: string }) =>
	key.startsWith("hash:") ? null : key.replace(/@\d{4}-\d\d-\d\dT.*$/, "");

/** The guid that came with a talk last, where it is its own. */
const lastGuid = ({ key, guid }: StoredTalk | ScheduleTalk) => {
	const own = guid?.toLowerCase();
	return own === undefined || key.startsWith(`guid:${own}@`) ? null : own;
};

/** The address that a schedule gives a talk, where it gives it to none of another title. */
function ownUrl(...all: readonly (readonly (StoredTalk | ScheduleTalk)[])[]) {
	const shared = new Set<string | null>();
	for (const talks of all) {
		const titles = new Map<string | null, string>();
		for (const { url, title } of talks) {
			if ((titles.get(url) ?? title) !== title) shared.add(url);
			titles.set(url, title);
		}
	}
	return ({ url }: StoredTalk | ScheduleTalk) => (shared.has(url) ? null : url);
}

/** A slug that says more than the title: the schedule's own, or with the code that it gives the talk. */
const ownSlug = ({ slug, title }: StoredTalk | ScheduleTalk) => (slug === slugify(title) ? null : slug);

const byTitle = ({ title }: StoredTalk | ScheduleTalk) => title;

const byTime = ({ title, start }: StoredTalk | ScheduleTalk) => JSON.stringify([title, start.getTime()]);

const bySlot = ({ title, start, room, speakers }: StoredTalk | ScheduleTalk) =>
	JSON.stringify([title, start.getTime(), room, speakers]);

const byTitleAndSpeakers = ({ title, speakers }: StoredTalk | ScheduleTalk) =>
	speakers.length === 0 ? null : JSON.stringify([title, speakers]);

const byTitleAndAllSpeakers = ({ title, speakers }: StoredTalk | ScheduleTalk) => JSON.stringify([title, speakers]);

const bySlotAndTitle = ({ title, start, room }: StoredTalk | ScheduleTalk) =>
	JSON.stringify([title, start.getTime(), room]);

const withGuid =
	<Talk extends StoredTalk | ScheduleTalk>(keyOf: (talk: Talk) => string | null) =>
	(talk: Talk) =>
		talk.guid === null ? null : keyOf(talk);

const withoutGuid =
	<Talk extends StoredTalk | ScheduleTalk>(keyOf: (talk: Talk) => string | null) =>
	(talk: Talk) =>
		talk.guid === null ? keyOf(talk) : null;

const bySpeakers = ({ speakers, start, room }: StoredTalk | ScheduleTalk) =>
	speakers.length === 0 ? null : JSON.stringify([speakers, start.getTime(), room]);

/** What has neither guid nor id is known by what people would know it by. */
const withoutIdentifiers =
	<Talk extends StoredTalk | ScheduleTalk>(keyOf: (talk: Talk) => string | null) =>
	(talk: Talk) =>
		talk.key.startsWith("hash:") ? keyOf(talk) : null;

const ifPresent = (keyOf: (talk: StoredTalk) => string | null) => (talk: StoredTalk) =>
	talk.isWithdrawn ? null : keyOf(talk);

function uniqueByKey<Talk>(talks: readonly Talk[], keyOf: (talk: Talk) => string | null): Map<string, Talk> {
	const found = new Map<string, Talk>();
	const duplicates = new Set<string>();
	for (const talk of talks) {
		const key = keyOf(talk);
		if (key === null) continue;
		if (found.has(key)) duplicates.add(key);
		else found.set(key, talk);
	}
	for (const key of duplicates) found.delete(key);
	return found;
}
