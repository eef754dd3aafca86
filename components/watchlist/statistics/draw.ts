import { BarChart, CustomChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, CustomChart, GridComponent, SVGRenderer]);

/** Pixels. */
export type Size = { readonly width: number; readonly height: number };

export const INK = "var(--color-ink)";
export const INK_SOFT = "var(--color-ink-soft)";
export const LINE = "var(--color-line)";

/** What fills a shape: a colour of the page, so that it is right in light and dark, and a pattern that needs no colour. */
export const FILLS = {
	watched: { color: "var(--color-watched)", borderColor: "var(--color-watched)", borderWidth: 1 },
	left: {
		color: "var(--color-surface)",
		borderColor: "var(--color-must-see)",
		borderWidth: 1,
		decal: { color: "var(--color-must-see)", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 },
	},
} as const;

/** An SVG of a chart, which takes the width that it is given. It is drawn here, and has no script. */
export function draw(size: Size, option: EChartsCoreOption): string {
	const chart = init(null, undefined, { renderer: "svg", ssr: true, ...size });
	try {
		chart.setOption({ animation: false, textStyle: { fontFamily: "inherit" }, ...option });
		return compact(chart.renderToSVGString());
	} finally {
		chart.dispose();
	}
}

/** Without what only a script of the library would read, and without the styles of a pointer that hovers. */
function compact(svg: string): string {
	return svg
		.replace(/<style ?>.*?<\/style>/gs, "")
		.replace(/ (?:ecmeta_\w+|class)="[^"]*"/g, "")
		.replace(
			/^<svg width="\d+" height="\d+"[^>]*?(viewBox="[^"]*")>\s*<rect [^>]*><\/rect>/,
			'<svg $1 aria-hidden="true">',
		)
		.replace(/>\n+/g, ">");
}
