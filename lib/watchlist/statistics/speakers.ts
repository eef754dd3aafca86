import { samePerson } from "@/lib/talks/same-person";
import { together } from "@/lib/talks/together";
import { compareTexts } from "../list/order";
import type { SeenPerson, SeenSpeaker } from "./types";

/**
 * Who was seen most: by talks, then by minutes. Speakers of several conferences are one person where their schedules say
 * so; a name alone does not. A talk counts for each of its speakers.
 */
export function speakersSeen(seen: readonly SeenSpeaker[]): SeenPerson[] {
	return peopleOf(seen)
		.map(toPerson)
		.sort((a, b) => b.talks - a.talks || b.minutes - a.minutes || byName(a, b));
}

const byName = (a: SeenPerson, b: SeenPerson) =>
	compareTexts(a.speaker.name, b.speaker.name) ||
	compareTexts(a.conference.slug, b.conference.slug) ||
	compareTexts(a.speaker.slug, b.speaker.slug);

/** What each person gave. */
function peopleOf(seen: readonly SeenSpeaker[]): SeenSpeaker[][] {
	const speakers = [...new Map(seen.map((one) => [one.speakerId, one])).values()];
	// Each leads to another of the same person, and the last of them to itself.
	const leads = new Map(speakers.map(({ speakerId }) => [speakerId, speakerId]));
	const personOf = (id: number): number => {
		const lead = leads.get(id) ?? id;
		return lead === id ? id : personOf(lead);
	};
	// Only those who share a key or a name can be one person.
	for (const alike of [
		...together(speakers, ({ key }) => key).values(),
		...together(speakers, ({ speaker }) => speaker.name).values(),
	]) {
		for (const [index, one] of alike.entries()) {
			for (const other of alike.slice(index + 1)) {
				// Within one conference the schedule tells people apart.
				if (one.conference.slug === other.conference.slug) continue;
				if (samePerson(known(one), known(other)) === "same") {
					leads.set(personOf(one.speakerId), personOf(other.speakerId));
				}
			}
		}
	}
	return [...together(seen, ({ speakerId }) => personOf(speakerId)).values()];
}

const known = ({ key, speaker, namespace }: SeenSpeaker) => ({ key, name: speaker.name, namespace });

function toPerson(given: readonly SeenSpeaker[]): SeenPerson {
	const [latest] = given.toSorted(
		(a, b) =>
			compareTexts(b.conference.startDate, a.conference.startDate) ||
			compareTexts(a.conference.slug, b.conference.slug) ||
			a.speakerId - b.speakerId,
	) as [SeenSpeaker];
	const talks = new Map(given.map(({ talkId, duration }) => [talkId, duration]));
	return {
		speaker: latest.speaker,
		conference: { slug: latest.conference.slug, title: latest.conference.title },
		conferenceCount: new Set(given.map(({ conference }) => conference.slug)).size,
		talks: talks.size,
		minutes: [...talks.values()].reduce((sum, minutes) => sum + minutes, 0),
	};
}
