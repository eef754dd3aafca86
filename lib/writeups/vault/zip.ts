import { strToU8, Zip, ZipDeflate } from "fflate";

/** A file of an archive: its path with `/`, and its text. */
export type ArchivedFile = { readonly path: string; readonly text: string };

/** The first date that a zip can say, in whatever time zone: what an archive holds decides its bytes, not when it was made. */
const fixedDate = () => new Date(1980, 0, 1);

/** Prose shrinks to a third at once; another tenth would take twice as long. */
const LEVEL = 1;

/** So much is made before whoever reads is asked to. */
const CHUNK_BYTES = 64 * 1024;

/**
 * A zip of the files, made as it is read: what was read is forgotten, and no more is made than is asked for. The same
 * files are the same bytes.
 */
export function zipStream(files: AsyncIterable<ArchivedFile>): ReadableStream<Uint8Array> {
	const iterator = files[Symbol.asyncIterator]();
	let pending: Uint8Array[] = [];
	let failure: Error | null = null;
	const zip = new Zip((error, chunk) => {
		if (error) failure = error;
		else pending.push(chunk);
	});
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				let isDone = false;
				while (!isDone && size(pending) < CHUNK_BYTES) {
					const { done, value } = await iterator.next();
					if (done) zip.end();
					else add(zip, value);
					isDone = done === true;
					if (failure) throw failure;
				}
				controller.enqueue(concatenate(pending));
				pending = [];
				if (isDone) controller.close();
			},
			async cancel() {
				zip.terminate();
				await iterator.return?.();
			},
		},
		// Nothing is made ahead of being read.
		{ highWaterMark: 0 },
	);
}

function add(zip: Zip, { path, text }: ArchivedFile): void {
	const file = new ZipDeflate(path, { level: LEVEL });
	file.mtime = fixedDate();
	zip.add(file);
	file.push(strToU8(text), true);
}

function size(chunks: readonly Uint8Array[]): number {
	return chunks.reduce((sum, { length }) => sum + length, 0);
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(size(chunks));
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}
