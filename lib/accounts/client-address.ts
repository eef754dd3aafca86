import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** The proxies that `TRUSTED_PROXIES` lists: addresses and networks ("10.0.0.0/8"), parted by commas. Throws at anything else. */
export function parseTrustedProxies(list = ""): BlockList {
	const proxies = new BlockList();
	const entries = list.split(",").map((entry) => entry.trim());
	for (const entry of entries.filter((entry) => entry !== "")) {
		const [, address = "", prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
		const version = isIP(address);
		const bits = version === 6 ? 128 : 32;
		if (version === 0 || Number(prefix ?? 0) > bits) {
			throw new Error(`TRUSTED_PROXIES: "${entry}" is no IP address or network. 10.0.0.0/8, ::1 are two.`);
		}
		proxies.addSubnet(address, Number(prefix ?? bits), version === 6 ? "ipv6" : "ipv4");
	}
	return proxies;
}

/**
 * Where a request comes from: its peer, or where that is a trusted proxy, what it says it had it from, and so on. The rest of
 * `X-Forwarded-For` was there before, and anybody could have written it.
 */
export function clientAddress(peer: string, forwarded: string, proxies: BlockList): string {
	const hops = forwarded.split(",");
	let address = plainAddress(peer) ?? "";
	while (isTrusted(address, proxies)) {
		const before = plainAddress(hops.pop() ?? "");
		if (before === null) break;
		address = before;
	}
	return address;
}

function isTrusted(address: string, proxies: BlockList): boolean {
	const version = isIP(address);
	return version !== 0 && proxies.check(address, version === 6 ? "ipv6" : "ipv4");
}

/** Without a port, brackets and a zone; an IPv4 address as such where IPv6 stands for it. Null for what is no address. */
function plainAddress(text: string): string | null {
	const bare = text.trim().replace(/^\[([^\]]*)\](?::\d+)?$/, "$1");
	const address = bare
		.replace(/^([^:]+):\d+$/, "$1")
		.replace(/%.*$/, "")
		.replace(/^::ffff:(?=\d+\.)/i, "");
	return isIP(address) === 0 ? null : address;
}

const FORWARDED = "x-forwarded-for";

// On the global object: development loads this module again whenever it changes.
const once = globalThis as { talkshelfIsWritingAddresses?: boolean };

/**
 * Has every request to a server of this process say in `X-Forwarded-For` where it comes from, and nothing else. Next fills
 * that header in where it is missing, and believes it otherwise; what is made of a request further on has no socket to ask.
 * Those that come before this is called are as they were sent: the time that Next needs to start.
 */
export function writeClientAddresses(proxies: BlockList, warn: (message: string) => void): void {
	if (once.talkshelfIsWritingAddresses) return;
	once.talkshelfIsWritingAddresses = true;
	let hasWarned = false;
	// Told before the request is handed to anybody: https://nodejs.org/api/diagnostics_channel.html#http
	subscribe("http.server.request.start", (message) => {
		const { headers, socket } = (message as { readonly request: IncomingMessage }).request;
		const peer = socket.remoteAddress ?? "";
		const forwarded = headers[FORWARDED];
		headers[FORWARDED] = clientAddress(peer, String(forwarded ?? ""), proxies);
		// Next asks itself for the page that a form leads to, with the headers that it was asked with.
		const isOwn = headers.rsc !== undefined;
		if (forwarded === undefined || isOwn || hasWarned || isTrusted(plainAddress(peer) ?? "", proxies)) return;
		hasWarned = true;
		warn(`${peer} sends X-Forwarded-For and is not among TRUSTED_PROXIES: all that come through it count as one.`);
	});
}
