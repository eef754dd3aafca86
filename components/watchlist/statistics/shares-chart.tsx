import type { ReactNode } from "react";
import { formatCount } from "@/lib/text/format";
import { collapseShares } from "@/lib/watchlist/statistics/shares";
import type { Share } from "@/lib/watchlist/statistics/types";
import { AmountCell, Chart, formatPart, Numbers } from "./chart";
import type { FILLS } from "./draw";
import { drawBars } from "./draw";

type Props = {
	id: string;
	title: string;
	/** What there is one row of: "Track", and several: "tracks". */
	one: string;
	many: string;
	shares: readonly (Share & { readonly href?: string })[];
	children?: ReactNode;
};

/** The others are one row of the table, and folded in full below it. */
const MAX_ROWS = 12;

/** Hours watched and left, by whatever it is. */
export function SharesChart({ id, title, one, many, shares, children }: Props) {
	const { first, others } = collapseShares(shares, MAX_ROWS);
	const visibleRows: readonly (Share & { readonly href?: string })[] = others
		? [...first, { key: "", name: `${formatCount(others.count)} other ${many}`, ...others }]
		: first;
	const caption = `Hours watched and left by ${one.toLowerCase()}`;
	const table = (name: string, rows: typeof visibleRows) => (
		<Numbers
			caption={name}
			columns={[one, "Watched", "Left"]}
			rows={rows.map(({ key, name, href, watched, left }) => ({
				key: key === null ? "none" : `-${key}`,
				name: href ? (
					<a className="link" href={href}>
						{name}
					</a>
				) : (
					name
				),
				cells: [<AmountCell key="watched" amount={watched} />, <AmountCell key="left" amount={left} />],
			}))}
		/>
	);
	// What has no name of its own would dwarf what has.
	const named = first.filter(({ key }) => key !== null);
	const bars = (named.length > 0 ? named : first).map(({ name, watched, left }) => ({
		name,
		values: [watched.minutes, left.minutes],
		label: formatPart(watched.minutes, watched.minutes + left.minutes),
	}));
	return (
		<Chart
			id={id}
			title={title}
			label={`Bars: ${caption.charAt(0).toLowerCase()}${caption.slice(1)}, as in the table beside.`}
			draw={(size) => drawBars(bars, ["watched", "left"], size)}
			table={table(`${caption}.`, visibleRows)}
			more={
				others && (
					<details className="mt-4">
						<summary className="link w-fit py-2.5">
							All {formatCount(shares.length)} {many}
						</summary>
						{table(`${caption}: all of them.`, shares)}
					</details>
				)
			}
		>
			<p className="flex flex-wrap gap-x-5">
				<Swatch fill="watched">Watched</Swatch>
				<Swatch fill="left">Left to watch</Swatch>
			</p>
			{children}
		</Chart>
	);
}

const PATTERNS: Readonly<Record<keyof typeof FILLS, string>> = {
	watched: "var(--color-watched)",
	left: "repeating-linear-gradient(-45deg, var(--color-must-see) 0 2px, var(--color-surface) 2px 6px)",
};

/** A word with the colour and pattern that stand for it in the drawings. */
function Swatch({ fill, children }: { fill: keyof typeof FILLS; children: ReactNode }) {
	return (
		<span className="inline-flex items-center gap-2">
			<span
				aria-hidden
				className="size-3.5 border"
				style={{ background: PATTERNS[fill], borderColor: `var(--color-${fill === "left" ? "must-see" : "watched"})` }}
			/>
			{children}
		</span>
	);
}
