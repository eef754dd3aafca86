import { Captions, type IconNode, Link2, MessageCircle, NotebookPen, Presentation, Video } from "lucide";
import { Icon } from "@/components/ui/icon";
import type { LinkKind } from "@/lib/schedule/types";
import type { TalkLink } from "@/lib/talks/types";
import { parseUrl } from "@/lib/urls/parse-url";

const KINDS: readonly { readonly kind: LinkKind; readonly icon: IconNode; readonly label: string }[] = [
	{ kind: "RECORDING", icon: Video, label: "Recording" },
	{ kind: "SLIDES", icon: Presentation, label: "Slides" },
	{ kind: "SUBTITLES", icon: Captions, label: "Subtitles" },
	{ kind: "OTHER", icon: Link2, label: "Links" },
	{ kind: "CHAT", icon: MessageCircle, label: "Chat" },
	{ kind: "FEEDBACK", icon: NotebookPen, label: "Feedback" },
];

type Props = {
	links: readonly TalkLink[];
	/** The talk's own page at the conference. */
	url: string | null;
};

/** Where a talk leads: its recordings first, then its slides and whatever else the schedule names. */
export function TalkLinks({ links, url }: Props) {
	const groups = KINDS.map((group) => ({ ...group, links: links.filter((link) => link.kind === group.kind) })).filter(
		(group) => group.links.length > 0,
	);
	if (groups.length === 0 && !url) return null;
	return (
		<section aria-label="Recording, slides and links">
			<dl className="talk-links">
				{groups.map(({ kind, icon, label, links: ofKind }) => (
					<div key={kind}>
						<dt>
							<Icon icon={icon} /> {label}
						</dt>
						{ofKind.map((link) => (
							<dd key={link.url + link.title}>
								<a className="link" href={link.url} rel="noopener noreferrer nofollow">
									{link.title || hostOf(link.url)}
								</a>
							</dd>
						))}
					</div>
				))}
				{url && (
					<div>
						<dt>
							<Icon icon={Link2} /> Talk page
						</dt>
						<dd>
							<a className="link" href={url} rel="noopener noreferrer">
								{hostOf(url)}
							</a>
						</dd>
					</div>
				)}
			</dl>
		</section>
	);
}

function hostOf(url: string): string {
	return parseUrl(url)?.host ?? url;
}
