import { readFile } from "node:fs/promises";
import satori, { type Font } from "satori";
import type { Card } from "./create-card";
import { HEIGHT, WIDTH } from "./create-card";
import { resolvePackageFile, toPng } from "./resvg";

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

/** An element as satori takes it: https://github.com/vercel/satori#use-without-jsx */
type CardElement = {
	readonly type: "div";
	readonly props: {
		readonly style: Readonly<Record<string, string | number>>;
		readonly children?: string | readonly CardElement[];
	};
};

const INK = "#20242e";
const MUTED_INK = "#5c6170";
const PAPER = "#fbfaf7";
const ACCENT = "#474ba0";

/** Longer titles in smaller type: what a card has room for is four lines at most. */
const SIZES = [
	{ upTo: 45, px: 72 },
	{ upTo: 90, px: 60 },
	{ upTo: Number.POSITIVE_INFINITY, px: 48 },
] as const;
const MAX_LINES = 4;
/** More is not seen, and measuring a novel takes its time. */
const MAX_TEXT_LENGTH = 300;

const box = (style: CardElement["props"]["style"], children: string | readonly CardElement[] = []): CardElement => ({
	type: "div",
	props: { style: { display: "flex", ...style }, children },
});

const line = (text: string, style: CardElement["props"]["style"], lines = 1) =>
	box({ display: "block", lineClamp: lines, overflow: "hidden", wordBreak: "break-word", ...style }, truncate(text));

function truncate(text: string): string {
	const plain = text.replace(/\s+/gu, " ").trim();
	return plain.length > MAX_TEXT_LENGTH ? `${plain.slice(0, MAX_TEXT_LENGTH).trimEnd()}…` : plain;
}

/** What a card looks like, 1200 × 630 pixels. */
export function layOutCard({ about, title, lines, track }: Card): CardElement {
	const text = truncate(title) || "Untitled";
	const { px } = SIZES.find(({ upTo }) => text.length <= upTo) ?? SIZES[2];
	const hue = track ? hueToHex(track.hue) : ACCENT;
	return box({ width: "100%", height: "100%", backgroundColor: PAPER, color: INK, fontFamily: "Inter" }, [
		box({ width: 24, height: "100%", backgroundColor: hue }),
		box(
			{ flexDirection: "column", justifyContent: "space-between", width: WIDTH - 24, padding: "64px 72px 56px 64px" },
			[
				box({ flexDirection: "column" }, [
					line(about, { fontSize: 30, color: MUTED_INK, marginBottom: 24 }),
					line(text, { fontSize: px, fontWeight: 700, lineHeight: 1.14, letterSpacing: -1 }, MAX_LINES),
				]),
				box({ alignItems: "flex-end", justifyContent: "space-between" }, [
					box({ flexDirection: "column", width: 780 }, [
						...lines
							.filter((each) => each.trim() !== "")
							.map((each) => line(each, { fontSize: 30, lineHeight: 1.35, marginTop: 6 }, track ? 1 : 2)),
						...(track
							? [
									box({ alignItems: "center", marginTop: 10 }, [
										box({ width: 18, height: 18, borderRadius: 9, backgroundColor: hue, marginRight: 14 }),
										line(track.name, { fontSize: 26, color: MUTED_INK, width: 720 }),
									]),
								]
							: []),
					]),
					box({ alignItems: "center" }, [
						...shelf(),
						box({ fontSize: 34, fontWeight: 700, marginLeft: 18 }, "Talkshelf"),
					]),
				]),
			],
		),
	]);
}

/** Three books that stand and one that leans: the sign of the house. */
function shelf(): CardElement[] {
	const book = (height: number) =>
		box({ width: 8, height, marginRight: 7, backgroundColor: ACCENT, borderRadius: 2, alignSelf: "flex-end" });
	return [
		book(38),
		book(30),
		book(38),
		box({ width: 8, height: 36, backgroundColor: ACCENT, borderRadius: 2, transform: "rotate(-16deg)", marginLeft: 6 }),
	];
}

/** A hue as the site shows tracks, in a notation that every renderer knows: oklch(0.6 0.15 hue) to sRGB. */
function hueToHex(hue: number): string {
	const [lightness, chroma] = [0.6, 0.13];
	const radians = (hue * Math.PI) / 180;
	const [a, b] = [chroma * Math.cos(radians), chroma * Math.sin(radians)];
	// https://bottosson.github.io/posts/oklab/
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	const linear = [
		4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
		-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
		-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
	];
	const hex = linear.map((value) => {
		const clipped = Math.min(1, Math.max(0, value));
		const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
		return Math.round(encoded * 255)
			.toString(16)
			.padStart(2, "0");
	});
	return `#${hex.join("")}`;
}

/** Half a day: who shares an address fetches its card once, and what changes meanwhile is a time or a room. */
const PUBLIC_CACHE = "public, max-age=43200";
/** What its author may take back is not kept by others. */
const PRIVATE_CACHE = "private, max-age=60";

type Options = {
	/** It may not be shown any more at any time, and no search engine is to keep it. */
	readonly isRevocable?: boolean;
};

/** The answer to who asks for a card; null is none to show. */
export async function respondWithCard(card: Card | null, { isRevocable = false }: Options = {}): Promise<Response> {
	if (!card) return new Response("There is no such card.", { status: 404 });
	const png = await renderCard(card);
	if (!png) return new Response("Too many ask at once.", { status: 503, headers: { "Retry-After": "5" } });
	return new Response(png, {
		headers: {
			"Content-Type": "image/png",
			"Cache-Control": isRevocable ? PRIVATE_CACHE : PUBLIC_CACHE,
			...(isRevocable && { "X-Robots-Tag": "noindex" }),
		},
	});
}
