import type { ReactNode } from "react";

type Props = {
	/** Says what the table is, to those who do not see what it stands beside. */
	caption: string;
	columns: readonly string[];
	rows: readonly { readonly key: string; readonly name: ReactNode; readonly cells: readonly ReactNode[] }[];
};

/** The numbers of a drawing. */
export function Numbers({ caption, columns: [first, ...columns], rows }: Props) {
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
