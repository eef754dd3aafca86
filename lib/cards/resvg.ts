import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

// Beside the app's own package.json, wherever this was bundled to.
const { resolve } = createRequire(join(process.cwd(), "package.json"));

/** The file of a package, by what an import would say. */
export function resolvePackageFile(specifier: string): string {
	return resolve(specifier);
}

// On the global object, since development reloads this module and not the library, which throws where it is started twice.
const globalStore = globalThis as { talkshelfResvg?: Promise<void> };

/** An SVG without text as a PNG, as wide as it says or as `width` does, in pixels. */
export async function toPng(svg: string, width?: number): Promise<Uint8Array<ArrayBuffer>> {
	globalStore.talkshelfResvg ??= readFile(resolvePackageFile("@resvg/resvg-wasm/index_bg.wasm")).then(initWasm);
	await globalStore.talkshelfResvg;
	const resvg = new Resvg(svg, width ? { fitTo: { mode: "width", value: width } } : undefined);
	try {
		return new Uint8Array(resvg.render().asPng());
	} finally {
		resvg.free();
	}
}
