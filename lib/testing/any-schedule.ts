import fc from "fast-check";
import { oneLine } from "@/lib/schedule/fields/text";
import type { Schedule, ScheduleLink, ScheduleSpeaker, ScheduleTalk, SourceText } from "@/lib/schedule/types";

const line = fc.string({ unit: "grapheme", maxLength: 20 }).map(oneLine);
const filledLine = line.map((text) => text || "A title");
const slugs = (prefix: string) => Array.from({ length: 7 }, (_, index) => `${prefix}-${index}_x`);

const text: fc.Arbitrary<SourceText> = fc.oneof(
	line.map(
		(content): SourceText => ({
			markup: "html",
			text: `<p>${content.replace(/[<>&]/g, "")}</p>\n<ul><li>a &amp; b</li></ul>`,
		}),
	),
	line.map((content): SourceText => ({ markup: "markdown", text: content.replace(/[<>]/g, "") })),
);

const LINKS: readonly ScheduleLink[] = [
	{ kind: "RECORDING", url: "https://video.fosdem.org/2026/a.mp4", title: "Video recording (MP4) - 1 MB" },
	{ kind: "SUBTITLES", url: "https://video.fosdem.org/2026/a.vtt", title: "Video recording subtitle file (VTT)" },
	{ kind: "SLIDES", url: "https://example.org/deck.pdf?a=1&b=2", title: "Slides" },
	{
		kind: "CHAT",
		url: "https://matrix.to/#/#2026-go:fosdem.org?web-instance[element.io]=chat.fosdem.org",
		title: "Chat",
	},
	{ kind: "FEEDBACK", url: "https://pretalx.example.org/talk/ABC/feedback/", title: "Submit Feedback" },
	{ kind: "OTHER", url: "https://example.org/project", title: 'The "project" & more' },
];

const DAYS = ["2026-01-31", "2026-02-01"] as const;
const namedItems = (prefix: string) => slugs(prefix).map((slug) => ({ slug, name: `Name of ${slug} & more` }));
const TRACKS = namedItems("track");
const ROOMS = namedItems("room");
const GUIDS = Array.from({ length: 8 }, (_, index) => `9c3ebb8c-7716-5130-b9fe-ff8544f5636${index}`);

/**
 * Schedules of one conference as frab XML can say them. Keys, slugs, rooms and names come from small pools, so that two of
 * them share talks, and give slugs of the one to talks of the other.
 */
export const anySchedule: fc.Arbitrary<Schedule> = fc
	.record({
		title: filledLine,
		subtitle: line,
		venue: line,
		tracks: fc.shuffledSubarray(TRACKS, { minLength: 1 }),
		rooms: fc.shuffledSubarray(ROOMS, { minLength: 1 }),
		speakers: fc
			.shuffledSubarray(GUIDS)
			.chain((ids) =>
				fc.tuple(
					fc.constant(ids),
					fc.shuffledSubarray(slugs("speaker"), { minLength: Math.min(ids.length, 7), maxLength: 7 }),
					fc.array(fc.record({ name: filledLine, biography: text }), { minLength: 8, maxLength: 8 }),
				),
			),
		talks: fc
			.shuffledSubarray(GUIDS, { minLength: 1 })
			.chain((ids) =>
				fc.tuple(
					fc.constant(ids.slice(0, 7)),
					fc.shuffledSubarray(slugs("talk"), { minLength: 7 }),
					fc.array(anyTalk, { minLength: 8, maxLength: 8 }),
				),
			),
	})
	.map(({ title, subtitle, venue, tracks, rooms, speakers, talks }) => {
		const known = speakers[0].slice(0, 7).map((id, index): ScheduleSpeaker => {
			const { name = "", biography } = speakers[2][index] ?? {};
			const slug = speakers[1][index] ?? `speaker-${index}`;
			return { key: `id:${id}`, slug, name, biography: biography ?? { markup: "markdown", text: "" } };
		});
		const all = talks[0].map((guid, index) => {
			const { pick, time, ...talk } = talks[2][index] as TalkDraft;
			return {
				...talk,
				...time,
				// Of no two guids the same: a talk is also known by its title (match.ts).
				title: `${talk.title} ${guid.slice(-1)}`,
				key: `guid:${guid}`,
				guid,
				slug: talks[1][index] as string,
				track: pick % 5 === 0 ? null : (tracks[pick % tracks.length]?.slug ?? null),
				room: rooms[(pick >> 3) % rooms.length]?.slug ?? null,
				speakers: known.filter((_, position) => (pick >> position) % 2 === 1).map(({ key }) => key),
			};
		});
		const conference = { title, subtitle, venue, slug: "conf-2026", city: "Brussels", version: "1.2" };
		const time = { timeZone: "Europe/Brussels", startDate: DAYS[0], endDate: DAYS[1], dayChange: 540 };
		const url = "https://example.org/2026/schedule/";
		return removeUnused({ conference: { ...conference, ...time, url }, tracks, rooms, speakers: known, talks: all });
	});

const anyTalk = fc.record({
	title: filledLine,
	subtitle: line,
	type: fc.constantFrom("", "devroom", "keynote"),
	language: fc.constantFrom("", "en", "nl-BE"),
	// From the conference's day change at nine on, 24 hours, in Brussels' winter.
	time: fc
		.record({ day: fc.constantFrom(...DAYS), minutes: fc.integer({ min: 0, max: 1439 }) })
		.map(({ day, minutes }) => ({
			day,
			start: new Date(Date.parse(`${day}T08:00:00Z`) + minutes * 60_000),
		})),
	duration: fc.integer({ min: 0, max: 3000 }),
	url: fc.constantFrom(null, "https://example.org/2026/talk/", "http://example.org/a?b=c&d"),
	isCancelled: fc.constant(false),
	willBeRecorded: fc.constantFrom(null, null, true, false),
	abstract: text,
	description: text,
	links: fc.shuffledSubarray([...LINKS]),
	pick: fc.nat(1000),
});
type TalkDraft = typeof anyTalk extends fc.Arbitrary<infer Draft> ? Draft : never;

/** In the order of a frab file: talks by day and room, rooms as they come, and nothing that no talk names. */
function removeUnused({ conference, tracks, rooms, speakers, talks }: Schedule): Schedule {
	const isUsedOn = (days: readonly string[]) => (room: { slug: string }) =>
		talks.some((talk) => talk.room === room.slug && days.includes(talk.day));
	const first = rooms.filter(isUsedOn([DAYS[0]]));
	const orderedRooms = [...first, ...rooms.filter(isUsedOn(DAYS)).filter((room) => !first.includes(room))];
	const sorted = DAYS.flatMap((day) =>
		orderedRooms.flatMap(({ slug }) => talks.filter((talk) => talk.day === day && talk.room === slug)),
	);
	return {
		conference,
		tracks: tracks.filter(({ slug }) => sorted.some(({ track }) => track === slug)),
		rooms: orderedRooms,
		speakers: speakers.filter(({ key }) => sorted.some((talk) => talk.speakers.includes(key))),
		talks: sorted,
	};
}

/** Writes a schedule as frab XML, the other way round than the importer reads it. */
export function writeFrabXml({ conference, tracks, rooms, speakers, talks }: Schedule): string {
	const speakerOf = new Map(speakers.map((speaker) => [speaker.key, speaker]));
	const nameOf = new Map([...tracks, ...rooms].map(({ slug, name }) => [slug, name]));
	const person = ({ key, name }: ScheduleSpeaker) => tag("person", name, { id: key.replace("id:", "") });
	const event = (talk: ScheduleTalk) =>
		`<event guid="${talk.guid}">${[
			tag("date", talk.start.toISOString().replace(".000Z", "+00:00")),
			tag("duration", `${Math.floor(talk.duration / 60)}:${String(talk.duration % 60).padStart(2, "0")}`),
			...(["slug", "url", "title", "subtitle", "type", "language"] as const).map((name) => tag(name, talk[name] ?? "")),
			talk.track === null ? "<track/>" : tag("track", nameOf.get(talk.track) ?? "", { slug: talk.track }),
			talk.willBeRecorded === null ? "" : `<recording><optout>${!talk.willBeRecorded}</optout></recording>`,
			tag("abstract", talk.abstract.text),
			`<description><![CDATA[${talk.description.text.replaceAll("]]>", "]]]]><![CDATA[>")}]]></description>`,
			`<persons>${talk.speakers
				.flatMap((key) => speakerOf.get(key) ?? [])
				.map(person)
				.join("")}</persons>`,
			`<links>${talk.links.map(({ url, title }) => tag("link", title, { href: url })).join("")}</links>`,
		].join("\n")}</event>`;
	const inRoom = (day: string, slug: string) => talks.filter((talk) => talk.day === day && talk.room === slug);
	const room = (day: string) => (namedRoom: { slug: string; name: string }) =>
		`<room name="${escapeXml(namedRoom.name)}" slug="${namedRoom.slug}">${inRoom(day, namedRoom.slug).map(event).join("\n")}</room>`;
	return `<?xml version="1.0" encoding="UTF-8"?>
<schedule>${tag("version", conference.version)}<conference>${[
		tag("acronym", conference.slug),
		...(["title", "subtitle", "venue", "city"] as const).map((name) => tag(name, conference[name])),
		tag("start", conference.startDate),
		tag("end", conference.endDate),
		tag("day_change", "09:00:00"),
		tag("base_url", conference.url ?? ""),
		tag("time_zone_name", conference.timeZone),
	].join("")}</conference>
<tracks>${tracks.map(({ slug, name }) => tag("track", name, { slug })).join("")}</tracks>
<persons>${speakers.map(({ key, slug, name, biography }) => `<person id="${key.replace("id:", "")}">${tag("name", name)}${tag("slug", slug)}${tag("biography", biography.text)}</person>`).join("\n")}</persons>
${DAYS.map((day, index) => `<day index="${index + 1}" date="${day}">${rooms.map(room(day)).join("\n")}</day>`).join("\n")}
</schedule>
`;
}

function tag(name: string, content: string, attributes: Readonly<Record<string, string>> = {}): string {
	const attributeText = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
	return `<${name}${attributeText.join("")}>${escapeXml(content)}</${name}>`;
}

const escapeXml = (raw: string) =>
	raw.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
