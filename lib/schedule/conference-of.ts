import type { Db } from "@/lib/db/client";
import { loadStored, type StoredState } from "./queries";
import type { StoredSchedule } from "./stored";
import type { ParsedSchedule, Schedule } from "./types";

/** A schedule under the slug of the conference that it is of, and that conference as it is stored; null where it is new. */
export type ConferenceOf = { readonly parsed: ParsedSchedule; readonly stored: StoredState | null };

/**
 * Which conference a schedule is of: the one that it names, or `as`. One that names none is called after its file, which
 * proves nothing ("event.ics"): it is of a conference of that name, or from that source, only where it may be by what it
 * holds, else a new one beside it. Several at once may find the same slug free; the second then finds it taken and is
 * asked again (import.ts).
 */
export async function conferenceOf(
	db: Db,
	parsed: ParsedSchedule,
	{ source, as }: { readonly source: string; readonly as?: string },
): Promise<ConferenceOf> {
	const { slug } = parsed.schedule.conference;
	if (as !== undefined || !parsed.isNamedAfterFile) return under(as ?? slug, parsed, await loadStored(db, as ?? slug));
	const named = await db.conference.findMany({
		where: { OR: [{ slug }, { slug: { startsWith: `${slug}-` } }, { source }] },
		orderBy: { id: "asc" },
		select: { slug: true, source: true },
	});
	const isNumbered = (other: string) => other === slug || /^-\d+$/.test(other.slice(slug.length));
	for (const other of named) {
		if (other.source !== source && !isNumbered(other.slug)) continue;
		const stored = await loadStored(db, other.slug);
		const isSource = other.source === source && /^https?:/i.test(source);
		if (stored && (isSource || mayBeSame(stored.schedule, parsed.schedule))) return under(other.slug, parsed, stored);
	}
	const taken = new Set(named.map((other) => other.slug));
	let free = slug;
	for (let number = 2; taken.has(free); number++) free = `${slug}-${number}`;
	return under(free, parsed, null);
}

function under(slug: string, parsed: ParsedSchedule, stored: StoredState | null): ConferenceOf {
	const conference = { ...parsed.schedule.conference, slug };
	return { stored, parsed: { ...parsed, schedule: { ...parsed.schedule, conference } } };
}

/**
 * Whether a schedule may be a newer one of a conference: a talk of theirs is the same, or a good part of their titles, or
 * they are at one time and nothing says that they are at different places of the web.
 */
function mayBeSame(stored: StoredSchedule, incoming: Schedule): boolean {
	if (sharesTalks(stored, incoming)) return true;
	const [titles, others] = [titlesOf(stored), titlesOf(incoming)];
	const common = [...titles].filter((title) => others.has(title)).length;
	if (common > 0 && common * 3 >= Math.min(titles.size, others.size)) return true;
	const [one, other] = [stored.conference, incoming.conference];
	if (one.startDate > other.endDate || other.startDate > one.endDate) return false;
	const [hosts, otherHosts] = [hostsOf(stored), hostsOf(incoming)];
	return hosts.size === 0 || otherHosts.size === 0 || [...hosts].some((host) => otherHosts.has(host));
}

/** Whether any talk is known by what no other conference's has: its address, or a guid that is no mere number. */
export function sharesTalks(stored: StoredSchedule, incoming: Schedule): boolean {
	const known = new Set(stored.talks.flatMap(namesOf));
	return incoming.talks.some((talk) => namesOf(talk).some((name) => known.has(name)));
}

type Talk = { readonly guid: string | null; readonly key: string; readonly url: string | null; readonly title: string };

// "7" is a talk of every conference that numbers them.
const SHORTEST_GUID = 16;

function namesOf({ guid, key, url }: Talk): string[] {
	const guids = [guid?.toLowerCase() ?? "", key.startsWith("guid:") ? key.slice("guid:".length) : ""];
	const unique = guids.filter((each) => each.length >= SHORTEST_GUID || /.@./.test(each));
	return url === null ? unique : [...unique, url];
}

const titlesOf = ({ talks }: { readonly talks: readonly Talk[] }) =>
	new Set(talks.map(({ title }) => title.toLowerCase()));

type Hosted = { readonly conference: { readonly url: string | null }; readonly talks: readonly Talk[] };

/** Of its addresses, and of UIDs that end with one ("17@conf.example"). */
function hostsOf({ conference, talks }: Hosted) {
	const uids = talks.flatMap(({ guid }) => /@([a-z\d-]+(?:\.[a-z\d-]+)+)$/i.exec(guid ?? "")?.[1]?.toLowerCase() ?? []);
	const urls = [conference.url, ...talks.map(({ url }) => url)];
	return new Set([...uids, ...urls.flatMap((url) => (url !== null && URL.canParse(url) ? new URL(url).host : []))]);
}
