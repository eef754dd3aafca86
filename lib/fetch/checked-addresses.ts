import type { LookupAddress } from "node:dns";
import { lookup as resolveHost } from "node:dns/promises";
import { isIP } from "node:net";
import { FetchError } from "./fetch-error";

/** At least one. */
export type IpAddresses = readonly [LookupAddress, ...LookupAddress[]];

/** The IP addresses of an address's host. Throws a `FetchError` where one of them is not allowed. */
export async function resolveAllowedIps(
	url: URL,
	{
		what,
		isAllowed,
		signal,
	}: { readonly what: string; readonly isAllowed: (ip: string) => boolean; readonly signal: AbortSignal },
): Promise<IpAddresses> {
	const host = url.hostname.replace(/^\[|\]$/g, "");
	const family = isIP(host);
	const [first, ...others] = family
		? [{ address: host, family }]
		: await abortable(resolveHost(host, { all: true }), signal);
	if (!first) throw new FetchError(`There is no host "${host}".`);
	if (![first, ...others].every(({ address: ip }) => isAllowed(ip))) {
		throw new FetchError(
			`${host} is on a private network, which is refused; set ALLOW_PRIVATE_SOURCES=1 to read ${what}s from there.`,
		);
	}
	return [first, ...others];
}

/** A promise that cannot be called off, left alone when time is up. */
function abortable<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
	return new Promise((resolve, reject) => {
		const onAbort = () => reject(signal.reason);
		if (signal.aborted) onAbort();
		signal.addEventListener("abort", onAbort, { once: true });
		work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
	});
}
