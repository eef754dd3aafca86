import type { CSSProperties } from "react";
import type { CoverBar } from "@/lib/talks/covers";

/** A conference's tracks as books on a shelf: for the eye alone. */
export function Covers({ covers, className = "h-16" }: { covers: readonly CoverBar[]; className?: string }) {
	return (
		<span
			className={`flex items-end gap-[2px] overflow-hidden border-b-2 border-ink/70 *:h-(--height) *:min-w-[3px] *:flex-1 *:rounded-t-[2px] *:bg-[light-dark(oklch(0.62_0.12_var(--hue)),oklch(0.68_0.1_var(--hue)))] *:shadow-[inset_0_0.35rem_0_oklch(1_0_0/0.22)] ${className}`}
			aria-hidden="true"
		>
			{covers.map(({ hue, height }, index) => (
				<i
					// biome-ignore lint/suspicious/noArrayIndexKey: a spine is its place.
					key={index}
					style={{ "--hue": hue, "--height": `${Math.round(height * 100)}%` } as CSSProperties}
				/>
			))}
		</span>
	);
}
