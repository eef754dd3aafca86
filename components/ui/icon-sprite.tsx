import {
	ArrowDown,
	ArrowUp,
	Captions,
	Check,
	Clock,
	Download,
	EyeOff,
	Library,
	Link2,
	type LucideIcon,
	MapPin,
	MessageCircle,
	NotebookPen,
	Plus,
	Presentation,
	Search,
	Star,
	Video,
	X,
} from "lucide-react";
import type { IconName } from "./icon";

const ICONS: Readonly<Record<IconName, LucideIcon>> = {
	star: Star,
	check: Check,
	"eye-off": EyeOff,
	video: Video,
	slides: Presentation,
	captions: Captions,
	chat: MessageCircle,
	link: Link2,
	clock: Clock,
	room: MapPin,
	search: Search,
	download: Download,
	note: NotebookPen,
	up: ArrowUp,
	down: ArrowDown,
	remove: X,
	add: Plus,
	shelf: Library,
};

/** Every icon once per page: a day of 560 talks names them 2,000 times, and none of their drawings is script. */
export function IconSprite() {
	return (
		<svg className="hidden" aria-hidden="true">
			{Object.entries(ICONS).map(([name, Drawing]) => (
				<symbol key={name} id={`icon-${name}`} viewBox="0 0 24 24">
					<Drawing size={24} />
				</symbol>
			))}
		</svg>
	);
}
