/** The icons of icon-sprite.tsx, by name. */
export type IconName =
	| "star"
	| "check"
	| "eye-off"
	| "video"
	| "slides"
	| "captions"
	| "chat"
	| "link"
	| "clock"
	| "room"
	| "search"
	| "download"
	| "note"
	| "up"
	| "down"
	| "remove"
	| "add"
	| "shelf";

/** An icon beside words that say the same: it is hidden from assistive technology. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
	return (
		<svg className={className ? `icon ${className}` : "icon"} aria-hidden="true">
			<use href={`#icon-${name}`} />
		</svg>
	);
}
