import type { IconNode } from "lucide";
import { createElement } from "react";

/** An icon of Lucide beside words that say the same: it is hidden from assistive technology. */
export function Icon({ icon, className }: { icon: IconNode; className?: string }) {
	return (
		<svg className={className ? `icon ${className}` : "icon"} viewBox="0 0 24 24" aria-hidden="true">
			{icon.map(([shape, attributes]) => createElement(shape, { key: JSON.stringify(attributes), ...attributes }))}
		</svg>
	);
}
