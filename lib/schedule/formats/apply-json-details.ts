import { oneLine } from "../fields/text";
import type { JsonDetails } from "../published/json-details";
import type { RawConference } from "../reading/raw-schedule";
import type { ParsedSchedule, ScheduleLink, ScheduleTalk } from "../types";

/** The conference of a file of our own, with what the format has no place for. */
export function applyConferenceDetails(conference: RawConference, details: JsonDetails | null): RawConference {
	if (!details) return conference;
	const { slug, subtitle, venue, city, timeZone, dayChange } = details;
	const time = `${Math.floor(dayChange / 60)}:${String(dayChange % 60).padStart(2, "0")}`;
	const texts = { subtitle: oneLine(subtitle), venue: oneLine(venue), city: oneLine(city) };
	return { ...conference, acronym: slug, ...texts, timeZone, dayChange: time };
}

/** The schedule of a file of our own, its slugs, addresses and links as they were before they were written. */
export function applyScheduleDetails(parsed: ParsedSchedule, details: JsonDetails | null): ParsedSchedule {
	if (!details) return parsed;
	const { schedule } = parsed;
	const mapSlugs = (items: typeof schedule.tracks, slugs: Readonly<Record<string, string>>) =>
		new Map(items.map(({ slug, name }) => [slug, Object.hasOwn(slugs, name) ? (slugs[name] ?? slug) : slug]));
	const tracks = mapSlugs(schedule.tracks, details.tracks);
	const rooms = mapSlugs(schedule.rooms, details.rooms);
	const withOriginalSlug =
		(slugs: ReadonlyMap<string, string>) => (one: { readonly slug: string; readonly name: string }) => ({
			...one,
			slug: slugs.get(one.slug) ?? one.slug,
		});
	return {
		...parsed,
		schedule: {
			...schedule,
			tracks: schedule.tracks.map(withOriginalSlug(tracks)),
			rooms: schedule.rooms.map(withOriginalSlug(rooms)),
			talks: schedule.talks.map((talk) => {
				const track = talk.track === null ? null : (tracks.get(talk.track) ?? talk.track);
				const room = talk.room === null ? null : (rooms.get(talk.room) ?? talk.room);
				return applyTalkDetails({ ...talk, track, room }, details);
			}),
		},
	};
}

function applyTalkDetails(talk: ScheduleTalk, { talks }: JsonDetails): ScheduleTalk {
	const talkDetails = talk.guid !== null && Object.hasOwn(talks, talk.guid) ? talks[talk.guid] : undefined;
	if (!talkDetails) return talk;
	const {
		slug = talk.slug,
		type = talk.type,
		url = talk.url,
		isCancelled = talk.isCancelled,
		links = [],
	} = talkDetails;
	const isWhole = links.length === talk.links.length;
	const applyLinkDetails = (link: ScheduleLink, index: number): ScheduleLink => {
		const [kind = link.kind, linkUrl = link.url] = links[index] ?? [];
		return { ...link, kind, url: linkUrl };
	};
	return { ...talk, slug, type, url, isCancelled, links: isWhole ? talk.links.map(applyLinkDetails) : talk.links };
}
