import { publishedGuid, slotKey } from "./identity";
import type { StoredTalk } from "./stored";
import type { ScheduleTalk } from "./types";

/**
 * The talks of an incoming schedule under the keys by which they are known here, so that one that moved, or whose schedule
 * comes from elsewhere now, stays the talk that it was, with its marks and notes. Two talks that both have a guid are never
 * taken for one unless not a single talk is known by its key and several are by title and time: then the whole schedule
 * names its talks in another way. A guid that several talks share proves nothing by itself. What would fit several talks fits
 * none.
 */
export function matchTalks(
	stored: readonly StoredTalk[],
	incoming: readonly ScheduleTalk[],
	conference: string,
): ScheduleTalk[] {
	const open = new Map(stored.filter(({ isByHand }) => !isByHand).map((talk) => [talk.key, talk]));
	const shared = matchShared(open, incoming);
	for (const { found } of shared.values()) if (found) open.delete(found.key);
	const unknown = incoming.filter((talk) => !shared.has(talk) && !open.delete(talk.key));
	if (shared.size === 0 && (unknown.length === 0 || open.size === 0)) return [...incoming];

	const known = new Map<ScheduleTalk, StoredTalk>();
	const pair = (
		keyOfStored: (talk: StoredTalk) => string | null,
		keyOfIncoming: (talk: ScheduleTalk) => string | null,
		least = 1,
	) => {
		const candidates = onlyOnes([...open.values()], keyOfStored);
		const wanted = onlyOnes(
			unknown.filter((talk) => !known.has(talk)),
			keyOfIncoming,
		);
		const pairs = [...wanted].flatMap(([key, talk]) => {
			const found = candidates.get(key);
			return found ? [[talk, found] as const] : [];
		});
		if (pairs.length < least) return;
		for (const [talk, found] of pairs) {
			known.set(talk, found);
			open.delete(found.key);
		}
	};

	pair(
		(talk) => publishedGuid(conference, talk).toLowerCase(),
		({ guid }) => guid?.toLowerCase() ?? null,
	);
	pair(withoutSlot, withoutSlot);
	if (unknown.length === incoming.length) pair(present(byTime), byTime, ENOUGH_TO_BE_THE_SAME);
	// Who loses or gains a guid is known by what people would know it by, all of it, or by title and speakers where it moved.
	for (const keyOf of [bySlot, byTitleAndSpeakers]) {
		pair(present(guided(keyOf)), guidless(keyOf));
		pair(present(guidless(keyOf)), guided(keyOf));
	}
	pair(present(unguided(bySpeakers)), unguided(bySpeakers));
	pair(
		present(unguided(({ title }) => title)),
		unguided(({ title }) => title),
	);

	return incoming.map((talk) => {
		const found = shared.get(talk)?.found ?? known.get(talk);
		if (!found) return { ...talk, key: shared.get(talk)?.key ?? talk.key };
		const isOwnExport = talk.guid?.toLowerCase() === publishedGuid(conference, found).toLowerCase();
		return { ...talk, key: found.key, guid: isOwnExport ? found.guid : talk.guid };
	});
}

type Shared = { readonly key: string; readonly found: StoredTalk | null };

/**
 * The talks whose guid is not theirs alone, among the stored or the incoming: which of them bears it bare and which with its
 * slot depends on their order, so that title and slot tell who is who, then the title, and no key does.
 */
function matchShared(stored: ReadonlyMap<string, StoredTalk>, incoming: readonly ScheduleTalk[]) {
	const before = byGuid([...stored.values()]);
	const matched = new Map<ScheduleTalk, Shared>();
	const taken = new Set([...stored.keys(), ...incoming.map(({ key }) => key)]);
	for (const [guid, talks] of byGuid(incoming)) {
		const known = before.get(guid) ?? [];
		if (known.length === 0 || known.length + talks.length === 2) continue;
		for (const keyOf of [bySlot, byKeyAndTitle, ({ title }: StoredTalk | ScheduleTalk) => title, bySpeakers]) {
			const used = new Set(talks.map((talk) => matched.get(talk)?.key));
			const rest = talks.filter((talk) => !matched.has(talk));
			const candidates = onlyOnes(
				known.filter(({ key }) => !used.has(key)),
				keyOf,
			);
			for (const [wanted, talk] of onlyOnes(rest, keyOf)) {
				const found = candidates.get(wanted);
				if (found) matched.set(talk, { key: found.key, found });
			}
		}
		for (const talk of talks.filter((talk) => !matched.has(talk))) {
			const wanted = slotKey(guid, { start: talk.start, room: talk.room ?? "" });
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

const ENOUGH_TO_BE_THE_SAME = 3;

/** Without start and room, which tell the slots of one talk apart and move. */
const withoutSlot = ({ key }: { readonly key: string }) =>
	key.startsWith("hash:") ? null : key.replace(/@\d{4}-\d\d-\d\dT.*$/, "");

const byTime = ({ title, start }: StoredTalk | ScheduleTalk) => JSON.stringify([title, start.getTime()]);

const bySlot = ({ title, start, room, speakers }: StoredTalk | ScheduleTalk) =>
	JSON.stringify([title, start.getTime(), room, speakers]);

const byTitleAndSpeakers = ({ title, speakers }: StoredTalk | ScheduleTalk) =>
	speakers.length === 0 ? null : JSON.stringify([title, speakers]);

const guided =
	<Talk extends StoredTalk | ScheduleTalk>(keyOf: (talk: Talk) => string | null) =>
	(talk: Talk) =>
		talk.guid === null ? null : keyOf(talk);

const guidless =
	<Talk extends StoredTalk | ScheduleTalk>(keyOf: (talk: Talk) => string | null) =>
	(talk: Talk) =>
		talk.guid === null ? keyOf(talk) : null;

const bySpeakers = ({ speakers, start, room }: StoredTalk | ScheduleTalk) =>
	speakers.length === 0 ? null : JSON.stringify([speakers, start.getTime(), room]);

/** What has neither guid nor id is known by what people would know it by. */
const unguided =
	<Talk extends StoredTalk | ScheduleTalk>(keyOf: (talk: Talk) => string | null) =>
	(talk: Talk) =>
		talk.key.startsWith("hash:") ? keyOf(talk) : null;

const present = (keyOf: (talk: StoredTalk) => string | null) => (talk: StoredTalk) =>
	talk.isWithdrawn ? null : keyOf(talk);

function onlyOnes<Talk>(talks: readonly Talk[], keyOf: (talk: Talk) => string | null): Map<string, Talk> {
	const found = new Map<string, Talk>();
	const several = new Set<string>();
	for (const talk of talks) {
		const key = keyOf(talk);
		if (key === null) continue;
		if (found.has(key)) several.add(key);
		else found.set(key, talk);
	}
	for (const key of several) found.delete(key);
	return found;
}
