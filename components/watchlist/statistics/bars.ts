import { draw, FILLS, INK, LINE } from "./draw";

export type BarRow = { readonly name: string; readonly values: readonly number[]; readonly label: string };

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
