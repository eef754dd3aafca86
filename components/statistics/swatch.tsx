import type { ReactNode } from "react";
import type { FILLS } from "./draw";

const PATTERNS: Readonly<Record<keyof typeof FILLS, string>> = {
	watched: "var(--color-watched)",
	left: "repeating-linear-gradient(-45deg, var(--color-must-see) 0 2px, var(--color-surface) 2px 6px)",
};

/** A word with the colour and pattern that stand for it in the drawings. */
export function Swatch({ fill, children }: { fill: keyof typeof FILLS; children: ReactNode }) {
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
