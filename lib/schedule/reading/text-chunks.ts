import { ScheduleError } from "../schedule-error";

/** No published schedule comes near it: the largest FOSDEM's are 4 MB. */
export const MAX_SCHEDULE_BYTES = 32 * 1024 * 1024;

/** What a schedule can be read from. Strings are taken as they are, bytes are decoded. */
export type ScheduleInput =
	| string
	| Uint8Array
	| AsyncIterable<string | Uint8Array>
	| ReadableStream<Uint8Array>
	| ReadableStream<string>;

/**
 * The text of an input, piece by piece, without its byte order mark. Bytes are what their byte order mark says, else
 * what an XML declaration says, else UTF-8, or Windows-1252 where they are none. Throws a `ScheduleError` past `maxBytes` (of a string: past as many
 * UTF-16 units).
 */
export async function* textChunks(input: ScheduleInput, maxBytes = MAX_SCHEDULE_BYTES): AsyncGenerator<string> {
	let decoder: Decoder | undefined;
	let size = 0;
	let isFirst = true;
	for await (const chunk of toChunks(input)) {
		size += chunk.length;
		if (size > maxBytes) throw new ScheduleError(`The file is larger than ${megabytes(maxBytes)} MB.`);
		let text: string;
		if (typeof chunk === "string") {
			text = isFirst ? chunk.replace(/^\uFEFF/, "") : chunk;
		} else {
			decoder ??= decoderFor(chunk);
			text = decoder.decode(chunk, { stream: true });
		}
		if (chunk.length > 0) isFirst = false;
		if (text !== "") yield text;
	}
	const rest = decoder?.decode();
	if (rest) yield rest;
}

async function* toChunks(input: ScheduleInput): AsyncGenerator<string | Uint8Array> {
	if (typeof input === "string" || input instanceof Uint8Array) yield input;
	else yield* input as AsyncIterable<string | Uint8Array>;
}

type Decoder = { readonly decode: (bytes?: Uint8Array, options?: { readonly stream: boolean }) => string };

// Byte order marks are the decoder's to remove; only UTF-16's must be recognised here.
function decoderFor(first: Uint8Array): Decoder {
	if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder("utf-16le");
	if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder("utf-16be");
	const start = String.fromCharCode(...first.subarray(0, 200));
	const declared = /^(?:\xEF\xBB\xBF)?<\?xml[^>]*?\bencoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1];
	// Without a mark of its own a file cannot be UTF-16 and start with a readable declaration.
	if (declared && !/^utf-?16/i.test(declared)) {
		try {
			return new TextDecoder(declared);
		} catch {
			throw new ScheduleError(`The file says that it is written in "${declared}", which cannot be read here.`);
		}
	}
	return undeclaredDecoder();
}

/** UTF-8, unless the first letter beyond ASCII is none of it: then the file was saved by a spreadsheet, in Windows-1252. */
function undeclaredDecoder(): Decoder {
	let decoder = new TextDecoder();
	let isKnown = false;
	let pending: Uint8Array = new Uint8Array();
	return {
		decode(bytes, options) {
			const text = decoder.decode(bytes, options);
			if (isKnown || !bytes) return text;
			const beyond = text.replace(/[\0-\x7F\uFEFF]+/g, "");
			// A letter that a piece ends within is not decoded yet.
			const whole = Buffer.concat([pending, bytes]);
			pending = beyond === "" ? whole.subarray(whole.findLastIndex((byte) => byte < 0x80) + 1) : pending;
			if (beyond === "") return text;
			isKnown = true;
			if (!/^\uFFFD+$/.test(beyond) || whole.includes("\uFFFD")) return text;
			decoder = new TextDecoder("windows-1252");
			return decoder.decode(whole, options);
		},
	};
}

const megabytes = (bytes: number) => Math.round((bytes / 1024 / 1024) * 10) / 10;
