import { publishedGuid } from "./identity";
import type { StoredTalk } from "./stored";
import type { ScheduleTalk } from "./types";

/**
 * The talks of an incoming schedule under the keys by which they are known here, so that one that moved, or whose schedule
 * comes from elsewhere now, stays the talk that it was, with its marks and notes. Two talks that both have a guid are never
 * taken for one unless not a single talk is known by its key and several are by title and time: then the whole schedule
 * names its talks in another way. What would fit several talks fits none.
 */
export function matchTalks(
	stored: readonly StoredTalk[],
	incoming: readonly ScheduleTalk[],
	conference: string,
): ScheduleTalk[] {
	const open = new Map(stored.filter(({ isByHand }) => !isByHand).map((talk) => [talk.key, talk]));
	const unknown = incoming.filter(({ key }) => !open.delete(key));
	if (unknown.length === 0 || open.size === 0) return [...incoming];

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
	pair(present(unguided(bySpeakers)), unguided(bySpeakers));
	pair(
		present(unguided(({ title }) => title)),
		unguided(({ title }) => title),
	);

	return incoming.map((talk) => {
		const found = known.get(talk);
		if (!found) return talk;
		const isOwnExport = talk.guid?.toLowerCase() === publishedGuid(conference, found).toLowerCase();
		return { ...talk, key: found.key, guid: isOwnExport ? found.guid : talk.guid };
	});
}

const ENOUGH_TO_BE_THE_SAME = 3;

/** Without start and room, which tell the slots of one talk apart and move. */
const withoutSlot = ({ key }: { readonly key: string }) =>
	key.startsWith("hash:") ? null : key.replace(/@\d{4}-.*$/, "");

const byTime = ({ title, start }: StoredTalk | ScheduleTalk) => JSON.stringify([title, start.getTime()]);

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
