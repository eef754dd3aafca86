import { draw, FILLS, INK, INK_SOFT, LINE } from "./draw";

export type Column = { readonly name: string; readonly value: number; readonly label: string };

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
