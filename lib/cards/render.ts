import { readFile } from "node:fs/promises";
import satori, { type Font } from "satori";
import { layOutCard } from "./layout";
import { resolvePackageFile, toPng } from "./resvg";
import { HEIGHT, WIDTH } from "./size";
import type { Card } from "./types";

/** In the order in which a letter is looked for; what none of them has is a box, since nothing is fetched. */
const SUBSETS = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese"];
const WEIGHTS = [400, 700] as const;

/** Who waits behind so many had better ask again later. */
const MAX_WAITING = 20;

let fonts: Promise<Font[]> | undefined;
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** Draws a card as a PNG, one at a time, since each takes the processor; null where too many wait already. */
export async function renderCard(card: Card): Promise<Uint8Array<ArrayBuffer> | null> {
	if (waiting >= MAX_WAITING) return null;
	waiting++;
	const drawn = last.then(() => draw(card)).finally(() => waiting--);
	last = drawn.catch(() => {});
	return drawn;
}

async function draw(card: Card): Promise<Uint8Array<ArrayBuffer>> {
	fonts ??= readFonts();
	// satori says React's elements, and takes whatever has their shape.
	const element = layOutCard(card) as unknown as Parameters<typeof satori>[0];
	const svg = await satori(element, {
		width: WIDTH,
		height: HEIGHT,
		fonts: await fonts,
		loadAdditionalAsset: async () => [],
	});
	return toPng(svg);
}

function readFonts(): Promise<Font[]> {
	return Promise.all(
		SUBSETS.flatMap((subset) =>
			WEIGHTS.map(async (weight): Promise<Font> => {
				const file = resolvePackageFile(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`);
				// One name each: of several fonts of a name, only the first is looked into.
				return {
					name: subset === "latin" ? "Inter" : `Inter ${subset}`,
					data: await readFile(file),
					weight,
					style: "normal",
				};
			}),
		),
	);
}
