import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { fromBufferPromise } from "yauzl";

export type UnzippedFile = {
	readonly path: string;
	readonly text: string;
	/** As the archive says it. */
	readonly modified: readonly [date: number, time: number];
};

/** Reads an archive as another program does, for tests; throws where anything in it is not as it says. */
export async function unzip(archive: Uint8Array): Promise<UnzippedFile[]> {
	const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: true };
	const zip = await fromBufferPromise(Buffer.from(archive), options);
	const files: UnzippedFile[] = [];
	for await (const entry of zip.eachEntry()) {
		const bytes = await buffer(await zip.openReadStreamPromise(entry));
		if (crc32(bytes) !== entry.crc32) throw new Error(`${entry.fileName} is damaged.`);
		const modified = [entry.lastModFileDate, entry.lastModFileTime] as const;
		files.push({ path: entry.fileName, text: bytes.toString("utf8"), modified });
	}
	return files;
}
