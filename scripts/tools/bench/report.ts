export type Unit = "ms" | "bytes" | "per second" | "ratio" | "count" | "shift";

export type Value = { readonly value: number; readonly unit: Unit };

/** What a value should be at most, or at least. Nothing fails by it: clocks and machines differ. */
export type Target = { readonly name: string; readonly measured: Value } & (
	| { readonly below: number }
	| { readonly atLeast: number }
);

export type Row = { readonly name: string; readonly values: Readonly<Record<string, Value>> };

export type Table = {
	/** One word, by which it is asked for and found in the JSON. */
	readonly name: string;
	readonly title: string;
	readonly rows: readonly Row[];
	readonly targets?: readonly Target[];
};

export type Report = {
	/** What was measured on and with: one line each, by name. */
	readonly about: Readonly<Record<string, string>>;
	readonly tables: readonly Table[];
};

export const ms = (value: number): Value => ({ value, unit: "ms" });
export const bytes = (value: number): Value => ({ value, unit: "bytes" });
export const perSecond = (value: number): Value => ({ value, unit: "per second" });
export const ratio = (value: number): Value => ({ value, unit: "ratio" });
export const count = (value: number): Value => ({ value, unit: "count" });
export const shift = (value: number): Value => ({ value, unit: "shift" });

export function isMet(target: Target): boolean {
	const { value } = target.measured;
	return "below" in target ? value < target.below : value >= target.atLeast;
}

/** A report as one object of plain numbers: milliseconds, bytes, per second. */
export function toJson({ about, tables }: Report): object {
	const rowsOf = (table: Table) =>
		Object.fromEntries(
			table.rows.map(({ name, values }) => [
				name,
				Object.fromEntries(Object.entries(values).map(([column, { value }]) => [column, rounded(value)])),
			]),
		);
	const targets = tables.flatMap(({ targets = [] }) =>
		targets.map(({ name, measured, ...limit }) => ({
			name,
			value: rounded(measured.value),
			...limit,
			isMet: isMet({ name, measured, ...limit } as Target),
		})),
	);
	return { about, tables: Object.fromEntries(tables.map((table) => [table.name, rowsOf(table)])), targets };
}

function rounded(value: number): number {
	return Math.round(value * 1000) / 1000;
}
