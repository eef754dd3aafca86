import type { LookupAddress } from "node:dns";
import { lookup as resolveHost } from "node:dns/promises";
import { get as httpGet, type IncomingMessage } from "node:http";
import { get as httpsGet } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { pipeline } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { parseUrl } from "@/lib/urls/parse-url";

/** What a file is called in the sentences that are said of it. */
type FileName = "schedule" | "subtitle file";

export type FetchOptions = {
	readonly what: FileName;
	readonly deadline: Deadline;
	/** Whether an IP address may be connected to. */
	readonly isAllowed: (address: string) => boolean;
	/** Of the decompressed body. */
	readonly maxBytes: number;
	/** Bytes of the decompressed body, so far. */
	readonly onBytes?: (bytes: number) => void;
};

/** For one fetch, redirects and body included, or for several together. */
export type Deadline = { readonly signal: AbortSignal; readonly timeoutMs: number };

export const deadlineIn = (timeoutMs: number): Deadline => ({ signal: AbortSignal.timeout(timeoutMs), timeoutMs });

/** What a server said of a file, to be told when it is asked for it again; "" where it did not. */
export type Validators = { readonly etag: string; readonly lastModified: string };

export type Fetched = Validators & {
	/** Decompressed. */
	readonly bytes: Uint8Array;
	/** Where it came from after all redirects. */
	readonly address: string;
	/** In lower case, without parameters: "text/html"; "" where the server does not say. */
	readonly contentType: string;
};

const MAX_REDIRECTS = 5;

/**
 * Gets what is at an http(s) address. Every host on the way, redirects included, has to resolve to allowed addresses
 * alone, and the connection goes to an address that was checked. Throws a `FetchError`.
 */
export async function fetchChecked(address: string, options: FetchOptions): Promise<Fetched> {
	const fetched = await fetchIfModified(address, { etag: "", lastModified: "" }, options);
	if (fetched) return fetched;
	throw new FetchError(`${new URL(address).host} answers with status 304 instead of a ${options.what}.`);
}

/** The same, or null where the server says that it is what `known` was said of (RFC 9110, section 13). */
export async function fetchIfModified(
	address: string,
	known: Validators,
	options: FetchOptions,
): Promise<Fetched | null> {
	const { deadline, what } = options;
	const { host } = new URL(address);
	try {
		const { response, url } = await followRedirects(new URL(address), known, options);
		if (response.statusCode === 304) {
			response.destroy();
			return null;
		}
		const { etag = "", "last-modified": lastModified = "", "content-type": contentType = "" } = response.headers;
		const bytes = await readBytes(response, options);
		const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
		return { bytes, address: url.href, contentType: type, etag, lastModified };
	} catch (error) {
		if (error instanceof FetchError) throw error;
		if (deadline.signal.aborted) {
			throw new FetchError(`${host} did not deliver the ${what} within ${deadline.timeoutMs / 1000} seconds.`);
		}
		throw new FetchError(describeFailure(error as NodeJS.ErrnoException, host, what), { cause: error });
	}
}

async function followRedirects(
	start: URL,
	known: Validators,
	options: FetchOptions,
): Promise<{ response: IncomingMessage; url: URL }> {
	const isKnown = known.etag !== "" || known.lastModified !== "";
	let url = start;
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
		const response = await request(url, known, options);
		const status = response.statusCode ?? 0;
		if (status === 200 || (status === 304 && isKnown)) return { response, url };
		response.destroy();
		const { location } = response.headers;
		if (![301, 302, 303, 307, 308].includes(status) || location === undefined) {
			throw new FetchError(`${url.host} answers with status ${status} instead of a ${options.what}.`);
		}
		const next = parseUrl(location, url);
		if (!next) throw new FetchError(`${url.host} redirects to "${location}", which is no address.`);
		url = next;
	}
	throw new FetchError(`${start.host} redirects more than ${MAX_REDIRECTS} times.`);
}

async function request(
	url: URL,
	{ etag, lastModified }: Validators,
	{ what, isAllowed, deadline: { signal } }: FetchOptions,
): Promise<IncomingMessage> {
	if (url.protocol !== "http:" && url.protocol !== "https:") {
		throw new FetchError(`A ${what} is read from http and https addresses, not from "${url.protocol}".`);
	}
	const allowedIps = await resolveAllowedIps(url, { what, isAllowed, signal });
	// The name is not resolved again: a second answer could be another address.
	const lookup: LookupFunction = (_, { all }, done) => {
		if (all) done(null, [...allowedIps]);
		else done(null, allowedIps[0].address, allowedIps[0].family);
	};
	const headers = {
		"User-Agent": "Talkshelf",
		Accept: "*/*",
		"Accept-Encoding": "gzip, deflate, br",
		...(etag !== "" && { "If-None-Match": etag }),
		...(lastModified !== "" && { "If-Modified-Since": lastModified }),
	};
	return new Promise((resolve, reject) => {
		const get = url.protocol === "https:" ? httpsGet : httpGet;
		get(url, { lookup, headers, signal, agent: false }, resolve)
			.on("error", reject)
			// Without an error where a server switches to another protocol; after an answer it says nothing new.
			.on("close", () => reject(Object.assign(new Error("Closed without an answer"), { code: "ECONNRESET" })));
	});
}

async function readBytes(response: IncomingMessage, { what, maxBytes, onBytes }: FetchOptions): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of decompress(response, what)) {
		size += chunk.length;
		// Leaving the loop breaks the connection off.
		if (size > maxBytes) throw new FetchError(`The file is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB.`);
		chunks.push(chunk);
		onBytes?.(size);
	}
	return Buffer.concat(chunks);
}

function decompress(response: IncomingMessage, what: FileName): AsyncIterable<Uint8Array> {
	const encoding = response.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
	const decoders = { gzip: createGunzip, "x-gzip": createGunzip, deflate: createInflate, br: createBrotliDecompress };
	if (encoding === "identity" || encoding === "") return response;
	const create = Object.hasOwn(decoders, encoding) ? decoders[encoding as keyof typeof decoders] : undefined;
	if (!create) {
		response.destroy();
		throw new FetchError(`The ${what} came in the encoding "${encoding}", which was not asked for.`);
	}
	// Errors of either reach the reader of the last.
	return pipeline(response, create(), () => {});
}

function describeFailure(error: NodeJS.ErrnoException, host: string, what: FileName): string {
	const reasons: Readonly<Record<string, string>> = {
		ENOTFOUND: `There is no host "${host}".`,
		EAI_AGAIN: `The name "${host}" could not be resolved; is this machine online?`,
		ECONNREFUSED: `${host} refuses the connection.`,
		ECONNRESET: `${host} broke the connection off before the whole ${what} had come.`,
		ERR_STREAM_PREMATURE_CLOSE: `${host} broke the connection off before the whole ${what} had come.`,
		ETIMEDOUT: `${host} does not answer.`,
		ENETUNREACH: `${host} cannot be reached from here.`,
		EHOSTUNREACH: `${host} cannot be reached from here.`,
	};
	return reasons[error.code ?? ""] ?? `The ${what} could not be read from ${host}: ${error.message}.`;
}

/** At least one. */
type IpAddresses = readonly [LookupAddress, ...LookupAddress[]];

/** The IP addresses of an address's host. Throws a `FetchError` where one of them is not allowed. */
async function resolveAllowedIps(
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

/** What is wrong with an address or with what is there, in one sentence for the person who asked for it. */
export class FetchError extends Error {
	override readonly name = "FetchError";
}
