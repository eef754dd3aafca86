import { oneLine } from "../fields/text";
import type { JsonDetails } from "../published/json-details";
import type { GivenConference } from "../reading/given";
import type { ParsedSchedule, ScheduleLink, ScheduleTalk } from "../types";

/** The conference of a file of our own, with what the format has no place for. */
export function detailedConference(given: GivenConference, details: JsonDetails | null): GivenConference {
	if (!details) return given;
	const { slug, subtitle, venue, city, timeZone, dayChange } = details;
	const time = `${Math.floor(dayChange / 60)}:${String(dayChange % 60).padStart(2, "0")}`;
	const said = { subtitle: oneLine(subtitle), venue: oneLine(venue), city: oneLine(city) };
	return { ...given, acronym: slug, ...said, timeZone, dayChange: time };
}

/** The schedule of a file of our own, its slugs, addresses and links as they were before they were written. */
export function detailedSchedule(parsed: ParsedSchedule, details: JsonDetails | null): ParsedSchedule {
	if (!details) return parsed;
	const { schedule } = parsed;
	const renamed = (places: typeof schedule.tracks, slugs: Readonly<Record<string, string>>) =>
		new Map(places.map(({ slug, name }) => [slug, Object.hasOwn(slugs, name) ? (slugs[name] ?? slug) : slug]));
	const tracks = renamed(schedule.tracks, details.tracks);
	const rooms = renamed(schedule.rooms, details.rooms);
	const place = (slugs: ReadonlyMap<string, string>) => (one: { readonly slug: string; readonly name: string }) => ({
		...one,
		slug: slugs.get(one.slug) ?? one.slug,
	});
	return {
		...parsed,
		schedule: {
			...schedule,
			tracks: schedule.tracks.map(place(tracks)),
			rooms: schedule.rooms.map(place(rooms)),
			talks: schedule.talks.map((talk) => {
				const track = talk.track === null ? null : (tracks.get(talk.track) ?? talk.track);
				const room = talk.room === null ? null : (rooms.get(talk.room) ?? talk.room);
				return detailedTalk({ ...talk, track, room }, details);
			}),
		},
	};
}

function detailedTalk(talk: ScheduleTalk, { talks }: JsonDetails): ScheduleTalk {
	const beyond = talk.guid !== null && Object.hasOwn(talks, talk.guid) ? talks[talk.guid] : undefined;
	if (!beyond) return talk;
	const { slug = talk.slug, type = talk.type, url = talk.url, isCancelled = talk.isCancelled, links = [] } = beyond;
	const isWhole = links.length === talk.links.length;
	const detailed = (link: ScheduleLink, index: number): ScheduleLink => {
		const [kind = link.kind, address = link.url] = links[index] ?? [];
		return { ...link, kind, url: address };
	};
	return { ...talk, slug, type, url, isCancelled, links: isWhole ? talk.links.map(detailed) : talk.links };
}
