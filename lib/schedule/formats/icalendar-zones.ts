import ICAL from "ical.js";
import { isTimeZone } from "@/lib/time/date-time";
import { oneLine } from "../fields/text";

export type Zones = {
	/** The IANA name of a TZID, or null where it has none; each call is counted. */
	readonly ianaOf: (tzid: string) => string | null;
	/** What the calendar itself says of a TZID that has no IANA name; null where it says nothing, which is kept in mind. */
	readonly definitionOf: (tzid: string) => ICAL.Timezone | null;
	/** The name that was asked for most often. */
	readonly mostUsed: () => string;
	readonly defined: readonly string[];
	/** The TZIDs of which nothing was found. */
	readonly unknown: ReadonlySet<string>;
};

/** What Outlook calls the zones that conferences are held in (CLDR, windowsZones.xml). */
const WINDOWS_ZONES: ReadonlyMap<string, string> = new Map([
	["GMT Standard Time", "Europe/London"],
	["Romance Standard Time", "Europe/Paris"],
	["W. Europe Standard Time", "Europe/Berlin"],
	["Central Europe Standard Time", "Europe/Budapest"],
	["Central European Standard Time", "Europe/Warsaw"],
	["E. Europe Standard Time", "Europe/Chisinau"],
	["FLE Standard Time", "Europe/Kiev"],
	["GTB Standard Time", "Europe/Bucharest"],
	["Turkey Standard Time", "Europe/Istanbul"],
	["Russian Standard Time", "Europe/Moscow"],
	["Israel Standard Time", "Asia/Jerusalem"],
	["South Africa Standard Time", "Africa/Johannesburg"],
	["India Standard Time", "Asia/Kolkata"],
	["China Standard Time", "Asia/Shanghai"],
	["Taipei Standard Time", "Asia/Taipei"],
	["Singapore Standard Time", "Asia/Singapore"],
	["Tokyo Standard Time", "Asia/Tokyo"],
	["Korea Standard Time", "Asia/Seoul"],
	["AUS Eastern Standard Time", "Australia/Sydney"],
	["New Zealand Standard Time", "Pacific/Auckland"],
	["Eastern Standard Time", "America/New_York"],
	["Central Standard Time", "America/Chicago"],
	["Mountain Standard Time", "America/Denver"],
	["Pacific Standard Time", "America/Los_Angeles"],
	["E. South America Standard Time", "America/Sao_Paulo"],
]);

/**
 * The time zones of a calendar. A TZID is an IANA name in most files, in others one behind a prefix
 * ("/freeassociation.sourceforge.net/Europe/Berlin"), Outlook's, or any name, whose VTIMEZONE may say the place (X-LIC-LOCATION).
 */
export function createZones(components: readonly ICAL.Component[]): Zones {
	const definitions = new Map<string, ICAL.Component>();
	for (const component of components)
		definitions.set(oneLine(String(component.getFirstPropertyValue("tzid") ?? "")), component);
	const used = new Map<string, number>();
	const unknown = new Set<string>();
	const nameOf = (tzid: string): string | null => {
		if (isTimeZone(tzid)) return tzid;
		const end = /[A-Za-z_]+\/[\w+-]+(?:\/[\w+-]+)?$/.exec(tzid)?.[0] ?? "";
		const location = oneLine(String(definitions.get(tzid)?.getFirstPropertyValue("x-lic-location") ?? ""));
		const names = [end, end.replace(/^[^/]+\//, ""), location];
		return names.find((name) => isTimeZone(name)) ?? WINDOWS_ZONES.get(tzid) ?? null;
	};
	return {
		ianaOf: (tzid) => {
			const name = nameOf(tzid);
			if (name) used.set(name, (used.get(name) ?? 0) + 1);
			return name;
		},
		definitionOf: (tzid) => {
			const component = definitions.get(tzid);
			if (!component) unknown.add(tzid);
			return component ? new ICAL.Timezone({ component, tzid }) : null;
		},
		mostUsed: () => [...used].sort(([, one], [, other]) => other - one)[0]?.[0] ?? "",
		defined: [...definitions.keys()].flatMap((tzid) => nameOf(tzid) ?? []),
		unknown,
	};
}

/**
 * The conference's zone: what the calendar says, else what its events use, else the one that it defines; where none of them
 * is one, what it says all the same, "" for nothing.
 */
export function findCalendarZone(declaredZone: string, zones: Zones): string {
	return [declaredZone, zones.mostUsed(), ...zones.defined].find((name) => isTimeZone(name)) ?? declaredZone;
}
