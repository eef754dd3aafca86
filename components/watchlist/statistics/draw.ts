import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from "echarts";
import { BarChart, CustomChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, CustomChart, GridComponent, SVGRenderer]);

/** Pixels. */
type Size = { readonly width: number; readonly height: number };

const INK = "var(--color-ink)";
const INK_SOFT = "var(--color-ink-soft)";
const LINE = "var(--color-line)";

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
function draw(size: Size, option: EChartsCoreOption): string {
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

type BarRow = { readonly name: string; readonly values: readonly number[]; readonly label: string };

const NAME_WIDTH = 180;
const LABEL_WIDTH = 112;

/**
 * Bars from left to right, the parts of each one behind the other. Where there is room the names stand beside the bars, else
 * above them.
 */
export function drawBars(
	rows: readonly BarRow[],
	fills: readonly (keyof typeof FILLS)[],
	size: "narrow" | "wide",
): string {
	const isWide = size === "wide";
	const width = isWide ? 600 : 320;
	const rowHeight = isWide ? 34 : 48;
	return draw(
		{ width, height: rows.length * rowHeight + 4 },
		{
			grid: {
				left: isWide ? NAME_WIDTH : 1,
				right: LABEL_WIDTH,
				top: isWide ? 2 : 14,
				bottom: isWide ? 2 : -10,
				outerBoundsMode: "none",
			},
			xAxis: { type: "value", show: false, max: "dataMax" },
			yAxis: {
				type: "category",
				inverse: true,
				data: rows.map(({ name }) => name),
				axisLine: { show: true, lineStyle: { color: LINE } },
				axisTick: { show: false },
				axisLabel: {
					color: INK,
					fontSize: 13,
					overflow: "truncate",
					interval: 0,
					...(isWide
						? // How wide a text is on the visitor's screen, nobody knows here: some fonts are a fifth wider than it is thought.
							{ width: (NAME_WIDTH - 10) / 1.2, margin: 10 }
						: { inside: true, margin: 0, width: 265, align: "left", verticalAlign: "bottom", padding: [0, 0, 12, 0] }),
				},
			},
			series: fills.map((fill, part) => ({
				type: "bar",
				stack: "all",
				silent: true,
				barWidth: isWide ? 18 : 16,
				data: rows.map(({ values }) => toBar(values[part] ?? 0)),
				itemStyle: FILLS[fill],
				...(part === fills.length - 1 && {
					label: {
						show: true,
						position: "right",
						color: INK,
						fontSize: 13,
						formatter: ({ dataIndex }: { dataIndex: number }) => rows[dataIndex]?.label ?? "",
					},
				}),
			})),
		},
	);
}

/** What is nothing has no outline either. */
const toBar = (value: number) => (value === 0 ? { value, itemStyle: { borderWidth: 0 } } : { value });

type Column = { readonly name: string; readonly value: number; readonly label: string };

/** Columns beside each other, from left to right. */
export function drawColumns(columns: readonly Column[], size: "narrow" | "wide"): string {
	return draw(
		{ width: size === "wide" ? 600 : 320, height: 220 },
		{
			grid: { left: 16, right: 16, top: 24, bottom: 28, outerBoundsMode: "none" },
			yAxis: { type: "value", show: false, max: "dataMax" },
			xAxis: {
				type: "category",
				data: columns.map(({ name }) => name),
				axisLine: { lineStyle: { color: LINE } },
				axisTick: { show: false },
				axisLabel: { color: INK_SOFT, fontSize: 12, margin: 10, hideOverlap: true },
			},
			series: {
				type: "bar",
				silent: true,
				barMaxWidth: 48,
				barCategoryGap: "25%",
				data: columns.map(({ value }) => (value === 0 ? null : value)),
				itemStyle: FILLS.watched,
				labelLayout: { hideOverlap: true },
				label: {
					show: true,
					position: "top",
					color: INK,
					fontSize: 12,
					// Keeps it readable where it reaches over the column beside.
					textBorderColor: "var(--color-surface)",
					textBorderWidth: 3,
					formatter: ({ dataIndex }: { dataIndex: number }) => columns[dataIndex]?.label ?? "",
				},
			},
		},
	);
}

/** What is counted, by row and column. */
type Grid = {
	readonly rows: readonly string[];
	readonly columns: readonly string[];
	readonly counts: readonly (readonly number[])[];
};

const CELL_HEIGHT = 34;
const ROW_NAME_WIDTH = 78;

/** A field for each row and column, with its number; the more there is, the fuller its colour. */
export function drawHeatMap({ rows, columns, counts }: Grid, size: "narrow" | "wide"): string {
	const isWide = size === "wide";
	const maxCount = Math.max(1, ...counts.flat());
	const axis = { type: "category", axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
	const axisLabel = { color: INK_SOFT, fontSize: 12 };
	return draw(
		{ width: isWide ? 600 : 320, height: rows.length * CELL_HEIGHT + 26 },
		{
			grid: { left: isWide ? ROW_NAME_WIDTH : 44, right: 1, top: 24, bottom: 2, outerBoundsMode: "none" },
			xAxis: { ...axis, position: "top", data: columns, axisLabel: { ...axisLabel, margin: 8, hideOverlap: true } },
			yAxis: { ...axis, inverse: true, data: rows, axisLabel: { ...axisLabel, interval: 0 } },
			series: {
				type: "custom",
				silent: true,
				coordinateSystem: "cartesian2d",
				data: counts.flatMap((row, y) => row.map((count, x) => [x, y, count])),
				renderItem: (_: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
					const count = Number(api.value(2));
					const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
					const [width = 0, height = 0] = (api.size?.([1, 1]) ?? []) as readonly number[];
					const share = Math.round(12 + (38 * count) / maxCount);
					return {
						type: "rect",
						shape: { x: x - width / 2 + 1, y: y - height / 2 + 1, width: width - 2, height: height - 2, r: 4 },
						style: {
							fill:
								count === 0
									? "var(--color-sunken)"
									: `color-mix(in oklab, var(--color-accent) ${share}%, var(--color-surface))`,
						},
						textContent: { style: { text: count === 0 ? "" : String(count), fill: INK, fontSize: 13 } },
						textConfig: { position: "inside" },
					};
				},
			},
		},
	);
}
