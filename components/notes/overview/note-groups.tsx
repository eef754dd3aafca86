import type { ReactNode } from "react";
import type { NoteGroup } from "@/lib/notes/overview/grouping";
import type { NotesOrder } from "@/lib/notes/overview/view";
import { formatCount } from "@/lib/text/format";
import * as paths from "@/lib/urls/paths";

type Props<Entry> = {
	groups: readonly NoteGroup<Entry>[];
	order: NotesOrder;
	/** A row, an `li`. */
	children: (entry: Entry) => ReactNode;
};

/** Rows by what they have in common, under its name where there is such a thing. */
export function NoteGroups<Entry>({ groups, order, children }: Props<Entry>) {
	return groups.map((group) => {
		const rows = <ul className="border-t border-line">{group.entries.map(children)}</ul>;
		if (order === "newest") return <div key={group.key}>{rows}</div>;
		const { title, href } = headingOf(group);
		return (
			<section key={group.key} aria-label={title} className="mb-10">
				<h2 className="mb-2 text-xl font-bold wrap-anywhere">
					{href ? (
						<a className="no-underline hover:underline" href={href}>
							{title}
						</a>
					) : (
						title
					)}{" "}
					<span className="text-base font-normal text-ink-soft">{formatCount(group.count)}</span>
				</h2>
				{rows}
			</section>
		);
	});
}

function headingOf({ conference, topic }: NoteGroup<unknown>): { title: string; href: string | null } {
	if (conference) return { title: conference.title, href: paths.conference(conference.slug) };
	return topic ? { title: topic.name, href: paths.topic(topic.slug) } : { title: "No topic", href: null };
}
