import { isMet, type Report, type Table, type Target, type Unit, type Value } from "./report";

const GAP = "  ";

/** A report as tables for a terminal. */
export function formatReport({ about, tables }: Report): string {
	const targets = tables.flatMap((table) => table.targets ?? []);
	const parts = [
		formatGrid(Object.entries(about)),
		...tables.map(formatTable),
		...(targets.length > 0 ? [`Targets\n${formatGrid(targets.map(formatTarget))}`] : []),
	];
	return parts.join("\n\n");
}

function formatTable({ title, rows }: Table): string {
	const columns = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
	const lines = rows.map(({ name, values }) => [
		name,
		...columns.map((column) => (values[column] ? formatValue(values[column]) : "")),
	]);
	return `${title}\n${formatGrid([["", ...columns], ...lines], true)}`;
}

function formatTarget(target: Target): string[] {
	const limit = "below" in target ? target.below : target.atLeast;
	const wanted = formatValue({ ...target.measured, value: limit });
	return [
		target.name,
		formatValue(target.measured),
		"below" in target ? `below ${wanted}` : `at least ${wanted}`,
		isMet(target) ? "ok" : "below" in target ? "OVER" : "UNDER",
	];
}

/** Lines of cells below each other; numbers stand at the right of their columns. */
function formatGrid(lines: readonly (readonly string[])[], isNumeric = false): string {
	const widths = lines.reduce<number[]>(
		(widest, line) => line.map((cell, column) => Math.max(widest[column] ?? 0, cell.length)),
		[],
	);
	const padded = (cell: string, column: number) =>
		isNumeric && column > 0 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
	return lines.map((line) => `${GAP}${line.map(padded).join(GAP)}`.trimEnd()).join("\n");
}

const FORMATS: Readonly<Record<Unit, (value: number) => string>> = {
	ms: (value) => (value < 100 ? `${value.toFixed(1)} ms` : `${formatThousands(Math.round(value))} ms`),
	bytes: (value) => (value < 999_500 ? `${(value / 1000).toFixed(1)} kB` : `${(value / 1_000_000).toFixed(2)} MB`),
	"per second": (value) => `${value < 100 ? value.toFixed(1) : formatThousands(Math.round(value))}/s`,
	ratio: (value) => value.toFixed(2),
	count: (value) => formatThousands(Math.round(value)),
	shift: (value) => value.toFixed(3),
};

function formatValue({ value, unit }: Value): string {
	return FORMATS[unit](value);
}

function formatThousands(value: number): string {
	return value.toLocaleString("en");
}
