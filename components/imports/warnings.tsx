import { formatAmount } from "@/lib/text/format-amount";

const MAX_EXPANDED = 5;

/** What was left out or guessed; folded where that is much. */
export function Warnings({ warnings }: { warnings: readonly string[] }) {
	if (warnings.length === 0) return null;
	const list = (
		<ul className="mt-2 list-disc pl-5 text-sm wrap-anywhere">
			{warnings.map((warning, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and none ever moves.
				<li key={index}>{warning}</li>
			))}
		</ul>
	);
	const title = formatAmount(warnings.length, "warning", "warnings");
	if (warnings.length <= MAX_EXPANDED) {
		return (
			<section className="mt-5" aria-label={title}>
				<h3 className="font-semibold">{title}</h3>
				{list}
			</section>
		);
	}
	return (
		<details className="mt-5">
			<summary className="min-h-11 py-2.5 cursor-pointer font-semibold">{title}</summary>
			{list}
		</details>
	);
}
