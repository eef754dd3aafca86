import { PageHead } from "@/components/ui/page-head";
import * as paths from "@/lib/urls/paths";

type Section = "conference" | "talks" | "speakers" | "tracks" | "rooms";

type Props = { conference: string; title: string; current: Section };

/** The top of the pages that edit a conference, and the way between them. */
export function EditHead({ conference, title, current }: Props) {
	const sections: readonly { readonly section: Section; readonly name: string; readonly href: string }[] = [
		{ section: "conference", name: "Conference", href: paths.edit(conference) },
		{ section: "talks", name: "Talks", href: paths.editTalks(conference) },
		{ section: "speakers", name: "Speakers", href: paths.editSpeakers(conference) },
		{ section: "tracks", name: "Tracks", href: paths.editTracks(conference) },
		{ section: "rooms", name: "Rooms", href: paths.editRooms(conference) },
	];
	return (
		<>
			<PageHead title={`Edit ${title}`} crumbs={[{ name: title, href: paths.conference(conference) }]}>
				<p className="mt-1 text-ink-soft">What is changed by hand stays through later imports, and says so.</p>
			</PageHead>
			<nav aria-label="What to edit" className="tabs mb-6">
				{sections.map(({ section, name, href }) => (
					<a key={section} href={href} aria-current={section === current ? "page" : undefined}>
						{name}
					</a>
				))}
			</nav>
		</>
	);
}
