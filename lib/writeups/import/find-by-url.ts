import type { Tx } from "@/lib/db/client";
import { baseUrl } from "@/lib/http/origin";
import { parseUrl } from "@/lib/urls/parse-url";
import { queryInBatches } from "../export/rows";
import type { FindTalkId } from "../read/types";
import { toUrlKey } from "../read/url-key";

/**
 * Which talks addresses are of: those of talks' own pages at their conferences and here, of their recordings and slides. An
 * address that several talks have is of none of them.
 */
export async function findTalkIdsByUrl(db: Tx, addresses: readonly string[]): Promise<FindTalkId> {
	const keys = new Set(addresses.map(toUrlKey));
	const forms = [...new Set(addresses.flatMap(formsOf))];
	const urls = await queryInBatches(forms, (part) =>
		db.talk.findMany({ where: { url: { in: part } }, select: { id: true, url: true } }),
	);
	const links = await queryInBatches(forms, (part) =>
		db.talkLink.findMany({
			where: { url: { in: part }, kind: { in: ["RECORDING", "SLIDES"] } },
			select: { talkId: true, url: true },
		}),
	);
	const found = new Map<string, number | null>();
	const take = (key: string, id: number) => {
		if (keys.has(key)) found.set(key, (found.get(key) ?? id) === id && found.get(key) !== null ? id : null);
	};
	// A talk's own page is one thing, whatever else links to it.
	for (const { id, url } of urls) if (url !== null) take(toUrlKey(url), id);
	const pages = new Set(found.keys());
	for (const { talkId, url } of links) if (!pages.has(toUrlKey(url))) take(toUrlKey(url), talkId);
	for (const [address, id] of await ownPages(db, addresses)) found.set(toUrlKey(address), id);
	return (address) => found.get(toUrlKey(address)) ?? null;
}

/** An address as it may stand in a schedule. */
function formsOf(address: string): string[] {
	const url = parseUrl(address.trim());
	if (!url || !/^https?:$/.test(url.protocol)) return [];
	const host = url.host.replace(/^www\./, "");
	const path = url.pathname.replace(/\/+$/, "");
	const key = toUrlKey(address);
	const query = key.includes("?") ? key.slice(key.indexOf("?")) : "";
	const paths = [...new Set([`${path}${query}`, `${path}/${query}`, `${path}${url.search}`])];
	const hosts = ["https://", "http://"].flatMap((scheme) => [`${scheme}${host}`, `${scheme}www.${host}`]);
	return [address.trim(), ...hosts.flatMap((each) => paths.map((rest) => each + rest))];
}

const OWN_PAGE = /^\/conferences\/([^/]+)\/talks\/([^/]+)(?:\/watch)?\/?$/;

async function ownPages(db: Tx, addresses: readonly string[]): Promise<[address: string, id: number][]> {
	const origin = new URL(baseUrl).origin;
	const named = addresses.flatMap((address) => {
		const url = parseUrl(address.trim());
		const [, conference, talk] = (url?.origin === origin && OWN_PAGE.exec(url.pathname)) || [];
		return conference && talk ? [{ address, conference: decoded(conference), talk: decoded(talk) }] : [];
	});
	const rows = await queryInBatches([...new Set(named.map(({ talk }) => talk))], (part) =>
		db.talk.findMany({
			where: { slug: { in: part } },
			select: { id: true, slug: true, conference: { select: { slug: true } } },
		}),
	);
	return named.flatMap(({ address, conference, talk }) => {
		const row = rows.find((each) => each.slug === talk && each.conference.slug === conference);
		return row ? [[address, row.id] as [string, number]] : [];
	});
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part).replaceAll("\0", "");
	} catch {
		return part;
	}
}
