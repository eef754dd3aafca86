import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from "echarts";
import { draw, INK, INK_SOFT } from "./draw";

/** What is counted, by row and column. */
type Grid = {
	readonly rows: readonly string[];
	readonly columns: readonly string[];
	readonly counts: readonly (readonly number[])[];
};

const CELL_HEIGHT = 34;
const NAME_WIDTH = 78;

/** A field for each row and column, with its number; the more there is, the fuller its colour. */
export function drawHeatMap({ rows, columns, counts }: Grid, size: "narrow" | "wide"): string {
	const isWide = size === "wide";
	const maxCount = Math.max(1, ...counts.flat());
	const axis = { type: "category", axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
	const axisLabel = { color: INK_SOFT, fontSize: 12 };
	return draw(
		{ width: isWide ? 600 : 320, height: rows.length * CELL_HEIGHT + 26 },
		{
			grid: { left: isWide ? NAME_WIDTH : 44, right: 1, top: 24, bottom: 2, outerBoundsMode: "none" },
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
