import { z } from "zod";
import { webAddress } from "../fields/address";
import { oneLine } from "../fields/text";
import { isUsableSlug } from "../slug";
import { LINK_KINDS, type LinkKind, type ScheduleTalk } from "../types";
import { exportedTalks } from "./exported";
import type { PublishedSchedule } from "./types";

const address = z.string().refine((text) => webAddress(text) === text);

const usableSlug = z.string().refine(isUsableSlug);

const talkDetails = z.object({
	/** Where the one in the file had to be changed. */
	slug: usableSlug.optional(),
	/** Where it has capital letters, which readers fold. */
	type: z
		.string()
		.transform((text) => oneLine(text))
		.optional(),
	/** Null for a talk without an address of its own. */
	url: address.nullable().optional(),
	isCancelled: z.boolean().optional(),
	/** Of each link its kind, and its address where the one in the file had to be changed. */
	links: z.array(z.tuple([z.enum(LINK_KINDS)]).or(z.tuple([z.enum(LINK_KINDS), address]))).optional(),
});

const details = z.object({
	slug: usableSlug,
	subtitle: z.string(),
	venue: z.string(),
	city: z.string(),
	timeZone: z.string(),
	/** Minutes after midnight. */
	dayChange: z.int().min(0).max(1440),
	/** By name, of the tracks and rooms whose slugs the schema does not take. */
	tracks: z.record(z.string(), usableSlug),
	rooms: z.record(z.string(), usableSlug),
	/** By guid. */
	talks: z.record(z.string(), talkDetails),
});

/** What our own files say of a schedule beyond what JSON version 1 has a place for. */
export type JsonDetails = z.infer<typeof details>;

/** The conference's `meta` in such a file. */
export function beyondJson(schedule: PublishedSchedule): { talkshelf: JsonDetails } {
	const { slug, subtitle, venue, city, timeZone, dayChange } = schedule.conference;
	const odd = (places: readonly { readonly slug: string; readonly name: string }[]) =>
		Object.fromEntries(places.flatMap((place) => (fitsJsonSlug(place.slug) ? [] : [[place.name, place.slug]])));
	const talks = exportedTalks(schedule).map((talk) => [talk.exportedGuid, talkBeyond(talk)] as const);
	return {
		talkshelf: {
			...{ slug, subtitle, venue, city, timeZone, dayChange },
			tracks: odd(schedule.tracks),
			rooms: odd(schedule.rooms),
			talks: Object.fromEntries(talks.filter(([, beyond]) => Object.keys(beyond).length > 0)),
		},
	};
}

type LinkDetails = [LinkKind] | [LinkKind, string];

function talkBeyond({ slug, type, url, isCancelled, links }: Omit<ScheduleTalk, "abstract" | "description">) {
	return {
		...(!fitsJsonSlug(slug) && { slug }),
		...(type !== type.toLowerCase() && { type }),
		...((url === null || jsonUrl(url) !== url) && { url }),
		...(isCancelled && { isCancelled }),
		...(links.length > 0 && {
			links: links.map(({ kind, url }): LinkDetails => (jsonUrl(url) === url ? [kind] : [kind, url])),
		}),
	};
}

/** Reads a conference's `meta`; null where it is not of our own making. */
export function readJsonDetails(meta: unknown): JsonDetails | null {
	return z.object({ talkshelf: details }).safeParse(meta).data?.talkshelf ?? null;
}

const SLUG = /^[a-z0-9_-]+[a-z0-9]$/;

/** Whether the schema takes a slug as it is. */
export const fitsJsonSlug = (slug: string) => SLUG.test(slug);

/** A slug that the schema takes, in small letters. */
export function jsonSlug(slug: string): string {
	if (fitsJsonSlug(slug)) return slug;
	const fitting = slug
		.toLowerCase()
		.replace(/[^a-z0-9_-]/g, "-")
		.replace(/[_-]+$/, "");
	return fitsJsonSlug(fitting) ? fitting : `talk-${fitting || "0"}`;
}

/** An acronym that the schema takes, which wants four letters and has few places for a hyphen. */
export function jsonAcronym(slug: string): string {
	const fitting = slug.toLowerCase().replace(/[^a-z0-9_]/g, "_");
	return fitting.length >= 4 ? fitting : `conf_${fitting}`;
}

/** An absolute http or https address as RFC 3986 writes it: what may not stand in it, percent-encoded. */
export function jsonUrl(url: string): string {
	const address = /[^!-~]/.test(url) ? new URL(url).href : url;
	const [, before = "", fragment] = /^([^#]*)(?:#(.*))?$/s.exec(address) ?? [];
	const [, origin = "", rest = ""] = /^(https?:\/\/[^/?]*)(.*)$/is.exec(before) ?? [];
	const encoded = (part: string) =>
		part.replace(/%(?![0-9A-Fa-f]{2})|[^\w!$&'()*+,;=:@/?%.~-]/g, (letter) => encodeURIComponent(letter));
	return `${origin}${encoded(rest)}${fragment === undefined ? "" : `#${encoded(fragment)}`}`;
}
