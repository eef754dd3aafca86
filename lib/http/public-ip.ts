import { BlockList, isIP } from "node:net";

const nonPublicRanges = new BlockList();
for (const [network, prefix] of [
	["0.0.0.0", 8],
	["10.0.0.0", 8],
	["100.64.0.0", 10],
	["127.0.0.0", 8],
	["169.254.0.0", 16],
	["172.16.0.0", 12],
	["192.0.0.0", 24],
	["192.0.2.0", 24],
	["192.168.0.0", 16],
	["198.18.0.0", 15],
	["198.51.100.0", 24],
	["203.0.113.0", 24],
	["224.0.0.0", 4],
	["240.0.0.0", 4],
] as const) {
	nonPublicRanges.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [
	["::", 96],
	// SIIT's, each of which stands for an IPv4 address.
	["::ffff:0:0:0", 96],
	["64:ff9b:1::", 48],
	["100::", 64],
	["2001::", 23],
	["2001:db8::", 32],
	["2002::", 16],
	["3fff::", 20],
	// Addresses of the public internet begin with 2 or 3, those above that stand for IPv4 aside.
	["4000::", 2],
	["8000::", 1],
] as const) {
	nonPublicRanges.addSubnet(network, prefix, "ipv6");
}

/**
 * Whether an IP address is one of the public internet: not of this machine, of a private network, link-local, reserved,
 * or an IPv6 address that stands for such an IPv4 address.
 */
export function isPublicIp(ip: string): boolean {
	const version = isIP(ip);
	if (version === 4) return !nonPublicRanges.check(ip, "ipv4");
	if (version !== 6 || nonPublicRanges.check(ip, "ipv6")) return false;
	const embedded = extractIpv4(ip);
	return embedded === null || isPublicIp(embedded);
}

/** The IPv4 address in `::ffff:a.b.c.d` (mapped) and `64:ff9b::a.b.c.d` (NAT64), however they are written. */
function extractIpv4(ip: string): string | null {
	// The platform writes every IPv6 address in one way, the last 32 bits in hexadecimal.
	const canonical = new URL(`http://[${ip.replace(/%.*$/, "")}]`).hostname.slice(1, -1);
	const [, high, low] = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical) ?? [];
	if (high === undefined || low === undefined) return null;
	const bits = [high, low].map((part) => Number.parseInt(part, 16));
	return bits.flatMap((part) => [part >> 8, part & 0xff]).join(".");
}

/** Which addresses files may be fetched from: public ones, or all where ALLOW_PRIVATE_SOURCES or the caller says so. */
export function createIpFilter(allowPrivate = process.env.ALLOW_PRIVATE_SOURCES === "1"): (ip: string) => boolean {
	return allowPrivate ? () => true : isPublicIp;
}
