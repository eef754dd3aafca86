import { z } from "zod";
import { isValidSlug } from "@/lib/text/slug";
import { oneLine, parseHttpUrl } from "../fields/text";
import { LINK_KINDS, type LinkKind, type ScheduleTalk } from "../types";
import { toExportedTalks } from "./exported-talks";
import type { PublishedSchedule } from "./types";

const httpUrl = z.string().refine((text) => parseHttpUrl(text) === text);

const usableSlug = z.string().refine(isValidSlug);

const talkDetails = z.object({
	/** Where the one in the file had to be changed. */
	slug: usableSlug.optional(),
	/** Where it has capital letters, which readers fold. */
	type: z
		.string()
		.transform((text) => oneLine(text))
		.optional(),
	/** Null for a talk without an address of its own. */
	url: httpUrl.nullable().optional(),
	isCancelled: z.boolean().optional(),
	/** Of each link its kind, and its address where the one in the file had to be changed. */
	links: z.array(z.tuple([z.enum(LINK_KINDS)]).or(z.tuple([z.enum(LINK_KINDS), httpUrl]))).optional(),
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
export function toJsonDetails(schedule: PublishedSchedule): { talkshelf: JsonDetails } {
	const { slug, subtitle, venue, city, timeZone, dayChange } = schedule.conference;
	const findUnusualSlugs = (items: readonly { readonly slug: string; readonly name: string }[]) =>
		Object.fromEntries(items.flatMap((item) => (isJsonSlug(item.slug) ? [] : [[item.name, item.slug]])));
	const talks = toExportedTalks(schedule).map((talk) => [talk.exportedGuid, toTalkDetails(talk)] as const);
	return {
		talkshelf: {
			...{ slug, subtitle, venue, city, timeZone, dayChange },
			tracks: findUnusualSlugs(schedule.tracks),
			rooms: findUnusualSlugs(schedule.rooms),
			talks: Object.fromEntries(talks.filter(([, beyond]) => Object.keys(beyond).length > 0)),
		},
	};
}

type LinkDetails = [LinkKind] | [LinkKind, string];

function toTalkDetails({ slug, type, url, isCancelled, links }: Omit<ScheduleTalk, "abstract" | "description">) {
	return {
		...(!isJsonSlug(slug) && { slug }),
		...(type !== type.toLowerCase() && { type }),
		...((url === null || toJsonUrl(url) !== url) && { url }),
		...(isCancelled && { isCancelled }),
		...(links.length > 0 && {
			links: links.map(({ kind, url }): LinkDetails => (toJsonUrl(url) === url ? [kind] : [kind, url])),
		}),
	};
}

/** Reads a conference's `meta`; null where it is not of our own making. */
export function readJsonDetails(meta: unknown): JsonDetails | null {
	return z.object({ talkshelf: details }).safeParse(meta).data?.talkshelf ?? null;
}

const SLUG = /^[a-z0-9_-]+[a-z0-9]$/;

/** Whether the schema takes a slug as it is. */
export const isJsonSlug = (slug: string) => SLUG.test(slug);

/** A slug that the schema takes, in small letters. */
export function toJsonSlug(slug: string): string {
	if (isJsonSlug(slug)) return slug;
	const fittingSlug = slug
		.toLowerCase()
		.replace(/[^a-z0-9_-]/g, "-")
		.replace(/[_-]+$/, "");
	return isJsonSlug(fittingSlug) ? fittingSlug : `talk-${fittingSlug || "0"}`;
}

/** An acronym that the schema takes, which wants four letters and has few places for a hyphen. */
export function toJsonAcronym(slug: string): string {
	const fittingSlug = slug.toLowerCase().replace(/[^a-z0-9_]/g, "_");
	return fittingSlug.length >= 4 ? fittingSlug : `conf_${fittingSlug}`;
}

/** An absolute http or https address as RFC 3986 writes it: what may not stand in it, percent-encoded. */
export function toJsonUrl(url: string): string {
	const httpUrl = /[^!-~]/.test(url) ? new URL(url).href : url;
	const [, before = "", fragment] = /^([^#]*)(?:#(.*))?$/s.exec(httpUrl) ?? [];
	const [, origin = "", rest = ""] = /^(https?:\/\/[^/?]*)(.*)$/is.exec(before) ?? [];
	const encode = (part: string) =>
		part.replace(/%(?![0-9A-Fa-f]{2})|[^\w!$&'()*+,;=:@/?%.~-]/g, (letter) => encodeURIComponent(letter));
	return `${origin}${encode(rest)}${fragment === undefined ? "" : `#${encode(fragment)}`}`;
}
