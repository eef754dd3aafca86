import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clientAddress, parseTrustedProxies, writeClientAddresses } from "./client-address";

const PROXIES = parseTrustedProxies(" 10.0.0.0/8, 2001:db8::/32,192.0.2.1 ");
const NONE = parseTrustedProxies();

describe("where a request comes from", () => {
	it.each([
		["the peer, where nothing was forwarded", "198.51.100.7", "", "198.51.100.7"],
		["the peer, where it is no trusted proxy", "198.51.100.7", "203.0.113.9", "198.51.100.7"],
		["what a trusted proxy had it from", "10.1.2.3", "203.0.113.9", "203.0.113.9"],
		["not what was there before", "10.1.2.3", "198.51.100.1, 203.0.113.9", "203.0.113.9"],
		["what the first of several had it from", "10.1.2.3", "6.6.6.6, 203.0.113.9, 192.0.2.1,10.0.0.1", "203.0.113.9"],
		["a proxy itself, where it asks", "10.1.2.3", "", "10.1.2.3"],
		["the nearest that is known, where a proxy does not know", "10.1.2.3", "203.0.113.9, unknown", "10.1.2.3"],
		["IPv4 as such", "::ffff:10.1.2.3", "::ffff:203.0.113.9", "203.0.113.9"],
		["without ports", "10.1.2.3", "203.0.113.9:4711", "203.0.113.9"],
		["without brackets", "2001:db8::1", "[2a02:1::5]:443", "2a02:1::5"],
		["without a zone", "fe80::1%eth0", "203.0.113.9", "fe80::1"],
		["nowhere, where there is no peer", "", "203.0.113.9", ""],
	])("is %s", (_, peer, forwarded, expected) => {
		expect(clientAddress(peer, forwarded, PROXIES)).toBe(expected);
	});

	const anything = fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), fc.constantFrom("10.0.0.1", "unknown", ""));

	it("is the peer whatever it says of itself, without proxies to trust", () => {
		fc.assert(
			fc.property(fc.ipV4(), fc.array(anything), (peer, said) => {
				expect(clientAddress(peer, said.join(","), NONE)).toBe(peer);
			}),
		);
	});

	it("is whom the proxies saw, whatever was forwarded to them", () => {
		const outside = fc.ipV4().filter((address) => !PROXIES.check(address));
		fc.assert(
			fc.property(fc.array(anything), outside, fc.array(fc.ipV4().map(inside)), (said, client, hops) => {
				const forwarded = [...said, client, ...hops].join(", ");
				expect(clientAddress("10.0.0.1", forwarded, PROXIES)).toBe(client);
			}),
		);
	});
});

const inside = (address: string) => address.replace(/^\d+/, "10");

it.each(["nginx", "10.0.0.0/33", "::1/129", "10.0.0.0/", "10.0.0.0/8/8", "10.0.0", "10.0.0.0/-1"])(
	"a proxy that is no address is refused: %s",
	(entry) => {
		expect(() => parseTrustedProxies(`::1,${entry}`)).toThrow(`TRUSTED_PROXIES: "${entry}" is no IP address`);
	},
);

it("a request says where it comes from and nothing else, and who is not trusted is told of once", async () => {
	const warnings: string[] = [];
	const proxies = parseTrustedProxies();
	writeClientAddresses(proxies, (message) => warnings.push(message));
	writeClientAddresses(PROXIES, (message) => warnings.push(message));
	const server = createServer((incoming, response) => response.end(incoming.headers["x-forwarded-for"]));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const ask = (...forwarded: string[]) =>
		new Promise<string>((resolve, reject) => {
			const headers = forwarded.length > 0 ? { "X-Forwarded-For": forwarded } : {};
			request({ port, host: "127.0.0.1", headers }, async (response) => {
				resolve((await response.toArray()).join(""));
			})
				.on("error", reject)
				.end();
		});
	try {
		expect([await ask(), warnings]).toEqual(["127.0.0.1", []]);
		expect(await ask("203.0.113.9")).toBe("127.0.0.1");
		expect(await ask("203.0.113.9", "::1")).toBe("127.0.0.1");
		expect(warnings).toEqual([expect.stringContaining("127.0.0.1 sends X-Forwarded-For")]);
		proxies.addAddress("127.0.0.1");
		expect(await ask("6.6.6.6", "203.0.113.9")).toBe("203.0.113.9");
	} finally {
		server.closeAllConnections();
		server.close();
	}
});
