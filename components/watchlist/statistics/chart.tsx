import type { ReactNode } from "react";
import { formatDuration } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";
import type { Amount } from "@/lib/watchlist/statistics/types";

type Props = {
	id: string;
	title: string;
	/** What has to be known to read it. */
	children?: ReactNode;
	/** What the drawing shows, in a sentence. */
	label: string;
	draw: (size: "narrow" | "wide") => string;
	table: ReactNode;
	/** Stands below both. */
	more?: ReactNode;
};

/** A drawing with the numbers as a table beside it. Phones get a drawing of their own, with texts as large. */
export function Chart({ id, title, children, label, draw, table, more }: Props) {
	return (
		<section aria-labelledby={id} className="card mb-6 break-inside-avoid p-4 sm:p-6">
			<h2 id={id} className="text-xl font-bold">
				{title}
			</h2>
			{children && <div className="mt-1 max-w-prose text-ink-soft">{children}</div>}
			<div className="mt-4 grid gap-x-10 gap-y-6 lg:grid-cols-[3fr_2fr]">
				<div role="img" aria-label={label} className="max-w-150">
					<Drawing svg={draw("narrow")} className="sm:hidden" />
					<Drawing svg={draw("wide")} className="max-sm:hidden" />
				</div>
				<div className="min-w-0">{table}</div>
			</div>
			{more}
		</section>
	);
}

function Drawing({ svg, className }: { svg: string; className: string }) {
	// biome-ignore lint/security/noDangerouslySetInnerHtml: the library that draws it escapes every text; see draw.test.ts.
	return <div className={className} dangerouslySetInnerHTML={{ __html: svg }} />;
}

/** `3 h 20 min` and, smaller, `5 talks`. */
export function AmountCell({ amount }: { amount: Amount }) {
	if (amount.talks === 0) return <span className="text-ink-soft">none</span>;
	return (
		<>
			{formatDuration(amount.minutes)}{" "}
			<span className="block text-xs text-ink-soft">{formatTalkCount(amount.talks)}</span>
		</>
	);
}

/** `3.3 h`: short enough for a drawing. */
export function formatHours(minutes: number): string {
	return `${new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 }).format(minutes / 60)} h`;
}

/** `3.3 of 5 h`. */
export function formatPart(part: number, whole: number): string {
	return `${formatHours(part).replace(" h", "")} of ${formatHours(whole)}`;
}

type NumbersProps = {
	/** Says what the table is, to those who do not see what it stands beside. */
	caption: string;
	columns: readonly string[];
	rows: readonly { readonly key: string; readonly name: ReactNode; readonly cells: readonly ReactNode[] }[];
};

/** The numbers of a drawing. */
export function Numbers({ caption, columns: [first, ...columns], rows }: NumbersProps) {
	return (
		<table className="w-full text-sm">
			<caption className="sr-only">{caption}</caption>
			<thead className="text-left text-ink-soft">
				<tr className="border-b border-line-strong align-bottom">
					<th scope="col" className="py-1.5 pr-3 font-medium">
						{first}
					</th>
					{columns.map((column) => (
						<th key={column} scope="col" className="py-1.5 pl-3 text-right font-medium">
							{column}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map(({ key, name, cells }) => (
					<tr key={key} className="border-b border-line align-baseline last:border-b-0">
						<th scope="row" className="py-1.5 pr-3 text-left font-normal wrap-anywhere">
							{name}
						</th>
						{cells.map((cell, index) => (
							<td key={columns[index]} className="py-1.5 pl-3 text-right whitespace-nowrap">
								{cell}
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}
