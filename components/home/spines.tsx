import type { CSSProperties } from "react";
import type { Spine } from "@/lib/talks/spines";
import "./home.css";

/** A conference's tracks as books on a shelf: for the eye alone. */
export function Spines({ spines, className = "" }: { spines: readonly Spine[]; className?: string }) {
	return (
		<span className={`spines ${className}`} aria-hidden="true">
			{spines.map(({ hue, height }, index) => (
				<i
					// biome-ignore lint/suspicious/noArrayIndexKey: a spine is its place.
					key={index}
					style={{ "--hue": hue, "--height": `${Math.round(height * 100)}%` } as CSSProperties}
				/>
			))}
		</span>
	);
}
