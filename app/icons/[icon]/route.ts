import { readFile } from "node:fs/promises";
import { toPng } from "@/lib/cards/resvg";

export const dynamic = "force-static";
export const dynamicParams = false;

/** Pixels of each, made of icon.svg when the app is built. */
const SIZES: Readonly<Record<string, number>> = {
	"192.png": 192,
	"512.png": 512,
	"maskable-512.png": 512,
	"apple-180.png": 180,
};

export const generateStaticParams = () => Object.keys(SIZES).map((icon) => ({ icon }));

/** The app's icon as systems want it that do not take an SVG. */
export async function GET(_: Request, { params }: RouteContext<"/icons/[icon]">) {
	const { icon } = await params;
	const svg = await readFile("app/icon.svg", "utf8");
	// Those are cut to the system's own shape: to the edge, and what matters well inside.
	const isCut = !/^\d/.test(icon);
	const png = await toPng(isCut ? toTheEdge(svg) : svg, SIZES[icon]);
	return new Response(png, { headers: { "Content-Type": "image/png", "Cache-Control": "public, max-age=86400" } });
}

function toTheEdge(svg: string): string {
	return svg.replace(' rx="7"', "").replace("<g ", '<g transform="translate(4.8 4.8) scale(0.7)" ');
}
