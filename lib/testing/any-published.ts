import fc from "fast-check";
import type { PublishedSchedule } from "@/lib/schedule/published/types";
import type { Schedule } from "@/lib/schedule/types";
import { anySchedule } from "./any-schedule";

export const GENERATOR = { name: "Talkshelf", version: "1.2.3" } as const;

/** A schedule as it is published once its texts, which have to be Markdown, are stored. */
export function toPublished({ speakers, talks, ...schedule }: Schedule): PublishedSchedule {
	return {
		...schedule,
		speakers: speakers.map((speaker) => ({ ...speaker, biography: speaker.biography.text })),
		talks: talks.map((talk) => ({
			...talk,
			abstract: talk.abstract.text,
			description: talk.description.text,
			updatedAt: new Date("2026-01-02T03:04:05Z"),
		})),
	};
}

const markdown = (text: string) => ({ markup: "markdown", text }) as const;

/** The other way round: what reading a file that was written of it has to give. */
export function toParsedSchedule({ speakers, talks, ...schedule }: PublishedSchedule): Schedule {
	return {
		...schedule,
		speakers: speakers.map((speaker) => ({ ...speaker, biography: markdown(speaker.biography) })),
		talks: talks.map(({ updatedAt: _, ...talk }) => ({
			...talk,
			abstract: markdown(talk.abstract),
			description: markdown(talk.description),
		})),
	};
}

const KINDS = ["RECORDING", "SLIDES", "SUBTITLES", "CHAT", "FEEDBACK", "OTHER"] as const;

/**
 * `anySchedule` with what its source may have said otherwise: ids, codes or names alone, several slots of one talk, no
 * rooms, links of any kind, cancelled talks, slugs and zones that formats are strict about.
 */
export const anyPublished: fc.Arbitrary<PublishedSchedule> = fc
	.record({
		schedule: anySchedule,
		picks: fc.array(fc.nat(10_000), { minLength: 8, maxLength: 8 }),
		timeZone: fc.constantFrom("Europe/Brussels", "Europe/Brussels", "Etc/GMT-1", "Africa/Lagos"),
		slug: fc.constantFrom("conf-2026", "X.1", "fosdem-2026"),
		url: fc.constantFrom(null, "https://example.org/2026/schedule/"),
	})
	.map(({ schedule, picks, timeZone, slug, url }) => {
		const speakerKey = (key: string) => {
			const index = schedule.speakers.findIndex((speaker) => speaker.key === key);
			const pick = picks[index] ?? 0;
			const name = schedule.speakers[index]?.name ?? "";
			const isOnly = schedule.speakers.filter((one) => one.name.toLowerCase() === name.toLowerCase()).length === 1;
			const kinds = [key, `guid:${key.slice(3)}`, `id:${index + 1}`, `code:AB${index}`];
			return isOnly && pick % 5 === 4 ? `name:${name.toLowerCase()}` : (kinds[pick % 4] ?? key);
		};
		const withTalks = schedule.talks.map((talk, index) => {
			const pick = picks[index] ?? 0;
			const slot = `${talk.start.toISOString()}@${talk.room ?? ""}`;
			const guid = pick % 3 === 0 ? null : (talk.guid as string);
			const isSlot = pick % 3 === 1;
			const first = schedule.talks[0]?.guid ?? "";
			const keyed =
				guid === null
					? { guid, key: pick % 2 ? `id:7@${slot}#${index}` : `hash:${index}` }
					: isSlot && index > 0
						? { guid: first, key: `guid:${first}@${slot}#${index}` }
						: { guid, key: `guid:${guid}` };
			return {
				...talk,
				...keyed,
				slug: pick % 7 === 0 ? `T${index}-Odd.${index}_` : talk.slug,
				type: pick % 4 === 0 ? "Lightning Talk" : talk.type,
				room: pick % 6 === 5 ? null : talk.room,
				isCancelled: pick % 11 === 0,
				speakers: talk.speakers.map(speakerKey),
				links: talk.links.map((link, position) => ({ ...link, kind: KINDS[(pick + position) % 6] ?? "OTHER" })),
			};
		});
		const renamed = {
			...schedule,
			conference: { ...schedule.conference, timeZone, slug, url },
			speakers: schedule.speakers.map((speaker) => ({ ...speaker, key: speakerKey(speaker.key) })),
			rooms: schedule.rooms.filter(({ slug }) => withTalks.some(({ room }) => room === slug)),
			talks: withTalks,
		};
		return toPublished(renamed);
	});
