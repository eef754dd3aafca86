import { compareSpeakers } from "@/lib/talks/compare-speakers";
import { groupByKey } from "@/lib/talks/group-by-key";
import { compareStrings } from "../list/order";
import type { SeenPerson, SeenSpeaker } from "./types";

/**
 * Who was seen most: by talks, then by minutes. Speakers of several conferences are one person where their schedules say
 * so; a name alone does not. A talk counts for each of its speakers.
 */
export function countSeenSpeakers(seen: readonly SeenSpeaker[]): SeenPerson[] {
	return groupByPerson(seen)
		.map(toPerson)
		.sort((a, b) => b.talks - a.talks || b.minutes - a.minutes || byName(a, b));
}

const byName = (a: SeenPerson, b: SeenPerson) =>
	compareStrings(a.speaker.name, b.speaker.name) ||
	compareStrings(a.conference.slug, b.conference.slug) ||
	compareStrings(a.speaker.slug, b.speaker.slug);

/** What each person gave. */
function groupByPerson(seen: readonly SeenSpeaker[]): SeenSpeaker[][] {
	const speakers = [...new Map(seen.map((one) => [one.speakerId, one])).values()];
	// Each leads to another of the same person, and the last of them to itself.
	const representatives = new Map(speakers.map(({ speakerId }) => [speakerId, speakerId]));
	const personOf = (id: number): number => {
		const representative = representatives.get(id) ?? id;
		return representative === id ? id : personOf(representative);
	};
	// Only those who share a key or a name can be one person.
	for (const candidates of [
		...groupByKey(speakers, ({ key }) => key).values(),
		...groupByKey(speakers, ({ speaker }) => speaker.name).values(),
	]) {
		for (const [index, one] of candidates.entries()) {
			for (const other of candidates.slice(index + 1)) {
				// Within one conference the schedule tells people apart.
				if (one.conference.slug === other.conference.slug) continue;
				if (compareSpeakers(toIdentity(one), toIdentity(other)) === "same") {
					representatives.set(personOf(one.speakerId), personOf(other.speakerId));
				}
			}
		}
	}
	return [...groupByKey(seen, ({ speakerId }) => personOf(speakerId)).values()];
}

const toIdentity = ({ key, speaker, namespace }: SeenSpeaker) => ({ key, name: speaker.name, namespace });

function toPerson(appearances: readonly SeenSpeaker[]): SeenPerson {
	const [latest] = appearances.toSorted(
		(a, b) =>
			compareStrings(b.conference.startDate, a.conference.startDate) ||
			compareStrings(a.conference.slug, b.conference.slug) ||
			a.speakerId - b.speakerId,
	) as [SeenSpeaker];
	const talks = new Map(appearances.map(({ talkId, duration }) => [talkId, duration]));
	return {
		speaker: latest.speaker,
		conference: { slug: latest.conference.slug, title: latest.conference.title },
		conferenceCount: new Set(appearances.map(({ conference }) => conference.slug)).size,
		talks: talks.size,
		minutes: [...talks.values()].reduce((sum, minutes) => sum + minutes, 0),
	};
}
