import { deriveGuid, getPublishedGuid } from "../identity";
import type { StoredSchedule } from "../stored";
import type { Schedule } from "../types";

/**
 * An incoming schedule without what was made by hand here and has come back in our own export: no import changes a talk
 * made by hand, and a speaker made by hand goes by the key that they have here.
 */
export function dropOwnManualEntries(stored: StoredSchedule, incoming: Schedule): Schedule {
	const { slug } = incoming.conference;
	const ownGuids = new Set(stored.talks.filter(({ isByHand }) => isByHand).map((talk) => getPublishedGuid(slug, talk)));
	const keys = new Map(
		stored.speakers.flatMap(({ key, isByHand }) => (isByHand ? [[`guid:${deriveGuid(slug, key)}`, key]] : [])),
	);
	if (ownGuids.size === 0 && keys.size === 0) return incoming;
	const talks = incoming.talks.filter(({ guid }) => guid === null || !ownGuids.has(guid));
	const keyOf = (key: string) => keys.get(key) ?? key;
	return {
		...incoming,
		talks: talks.map((talk) => ({ ...talk, speakers: talk.speakers.map(keyOf) })),
		speakers: incoming.speakers.map((speaker) => ({ ...speaker, key: keyOf(speaker.key) })),
	};
}
