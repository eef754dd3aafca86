import type { CSSProperties } from "react";
import type { CoverBar } from "@/lib/talks/covers";
import "./home.css";

/** A conference's tracks as books on a shelf: for the eye alone. */
export function Covers({ covers, className = "" }: { covers: readonly CoverBar[]; className?: string }) {
	return (
		<span className={`spines ${className}`} aria-hidden="true">
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
