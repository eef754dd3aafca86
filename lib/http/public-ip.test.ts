import { expect, it } from "vitest";
import { isPublicIp } from "./public-ip";

it.each([
	"8.8.8.8",
	"31.22.22.22",
	"172.32.0.1",
	"100.128.0.1",
	"2a00:1450:400e:80c::200e",
	"::ffff:8.8.8.8",
	"64:ff9b::8.8.8.8",
])("takes %s for public", (address) => expect(isPublicIp(address)).toBe(true));

it.each([
	["this machine", ["127.0.0.1", "127.9.9.9", "0.0.0.0", "::1", "::", "::ffff:127.0.0.1", "0:0:0:0:0:ffff:7f00:1"]],
	[
		"private networks",
		["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fd12::1", "::ffff:10.0.0.1", "64:ff9b::192.168.1.1"],
	],
	["link-local and carriers", ["169.254.169.254", "100.64.0.1", "fe80::1", "fe80::1%eth0", "fec0::1"]],
	[
		"reserved and multicast",
		[
			"192.0.2.1",
			"198.18.0.1",
			"203.0.113.9",
			"224.0.0.1",
			"255.255.255.255",
			"ff02::1",
			"2001:db8::1",
			"2002:7f00:1::",
			"2001:0:1::",
			"3fff::1",
			"5f00::1",
		],
	],
	[
		"IPv6 that stands for an IPv4 address of this machine",
		["::ffff:0:127.0.0.1", "::ffff:0:7f00:1", "64:ff9b:1::7f00:1"],
	],
	["no address at all", ["", "localhost", "1.2.3", "::g"]],
])("does not take those of %s for public", (_, addresses) => {
	expect(addresses.filter(isPublicIp)).toEqual([]);
});
