import type { LookupAddress } from "node:dns";
import { lookup as resolveHost } from "node:dns/promises";
import { get as httpGet, type IncomingMessage } from "node:http";
import { get as httpsGet } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { pipeline } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { ScheduleError } from "./schedule-error";

export type FetchOptions = {
	/** For all of it, redirects and body included. */
	readonly timeoutMs: number;
	/** Whether an IP address may be connected to. */
	readonly isAllowed: (address: string) => boolean;
};

const MOST_REDIRECTS = 5;

/**
 * Gets what is at an http(s) address, decompressed, as it comes; the caller bounds how much it takes. Every host
 * on the way, redirects included, has to resolve to allowed addresses alone, and the connection goes to an address that
 * was checked. Throws a `ScheduleError`, while reading too.
 */
export async function* fetchChecked(address: string, options: FetchOptions): AsyncGenerator<Uint8Array> {
	const deadline = AbortSignal.timeout(options.timeoutMs);
	const { host } = new URL(address);
	try {
		const response = await follow(new URL(address), options, deadline);
		yield* decompressed(response);
	} catch (error) {
		if (error instanceof ScheduleError) throw error;
		if (deadline.aborted) {
			throw new ScheduleError(`${host} did not deliver the schedule within ${options.timeoutMs / 1000} seconds.`);
		}
		throw new ScheduleError(whyNot(error as NodeJS.ErrnoException, host), { cause: error });
	}
}

async function follow(start: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
	let url = start;
	for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
		const response = await request(url, options, signal);
		const status = response.statusCode ?? 0;
		if (status === 200) return response;
		response.destroy();
		const { location } = response.headers;
		if (![301, 302, 303, 307, 308].includes(status) || location === undefined) {
			throw new ScheduleError(`${url.host} answers with status ${status} instead of a schedule.`);
		}
		if (!URL.canParse(location, url))
			throw new ScheduleError(`${url.host} redirects to "${location}", which is no address.`);
		url = new URL(location, url);
	}
	throw new ScheduleError(`${start.host} redirects more than ${MOST_REDIRECTS} times.`);
}

async function request(url: URL, { isAllowed }: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
	if (url.protocol !== "http:" && url.protocol !== "https:") {
		throw new ScheduleError(`A schedule is read from http and https addresses, not from "${url.protocol}".`);
	}
	const checked = await checkedAddresses(url.hostname.replace(/^\[|\]$/g, ""), isAllowed, signal);
	// The name is not resolved again: a second answer could be another address.
	const lookup: LookupFunction = (_, { all }, done) => {
		if (all) done(null, [...checked]);
		else done(null, checked[0].address, checked[0].family);
	};
	const headers = { "User-Agent": "Talkshelf", Accept: "*/*", "Accept-Encoding": "gzip, deflate, br" };
	return new Promise((resolve, reject) => {
		const get = url.protocol === "https:" ? httpsGet : httpGet;
		get(url, { lookup, headers, signal, agent: false }, resolve).on("error", reject);
	});
}

type Addresses = readonly [LookupAddress, ...LookupAddress[]];

async function checkedAddresses(
	host: string,
	isAllowed: FetchOptions["isAllowed"],
	signal: AbortSignal,
): Promise<Addresses> {
	const family = isIP(host);
	const [first, ...others] = family
		? [{ address: host, family }]
		: await abortable(resolveHost(host, { all: true }), signal);
	if (!first) throw new ScheduleError(`There is no host "${host}".`);
	if (![first, ...others].every(({ address }) => isAllowed(address))) {
		throw new ScheduleError(
			`${host} is on a private network, which is refused; set ALLOW_PRIVATE_SOURCES=1 to read schedules from there.`,
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

function decompressed(response: IncomingMessage): AsyncIterable<Uint8Array> {
	const encoding = response.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
	const decoders = { gzip: createGunzip, "x-gzip": createGunzip, deflate: createInflate, br: createBrotliDecompress };
	if (encoding === "identity" || encoding === "") return response;
	const create = Object.hasOwn(decoders, encoding) ? decoders[encoding as keyof typeof decoders] : undefined;
	if (!create) {
		response.destroy();
		throw new ScheduleError(`The schedule came in the encoding "${encoding}", which was not asked for.`);
	}
	// Errors of either reach the reader of the last.
	return pipeline(response, create(), () => {});
}

function whyNot(error: NodeJS.ErrnoException, host: string): string {
	const reasons: Readonly<Record<string, string>> = {
		ENOTFOUND: `There is no host "${host}".`,
		EAI_AGAIN: `The name "${host}" could not be resolved; is this machine online?`,
		ECONNREFUSED: `${host} refuses the connection.`,
		ECONNRESET: `${host} broke the connection off before the whole schedule had come.`,
		ERR_STREAM_PREMATURE_CLOSE: `${host} broke the connection off before the whole schedule had come.`,
		ETIMEDOUT: `${host} does not answer.`,
		ENETUNREACH: `${host} cannot be reached from here.`,
		EHOSTUNREACH: `${host} cannot be reached from here.`,
	};
	return reasons[error.code ?? ""] ?? `The schedule could not be read from ${host}: ${error.message}.`;
}
