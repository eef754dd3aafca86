import { TalkList } from "@/components/talks/talk-list";
import type { OtherConferences, TalksElsewhere } from "@/lib/talks/talks-elsewhere";
import { formatDays } from "@/lib/text/format";
import * as paths from "@/lib/urls/paths";

type Props = { name: string; elsewhere: OtherConferences };

/** What a speaker gives at other conferences, and apart from it what somebody of their name does. */
export function TalksAtOtherConferences({ name, elsewhere: { same, perhaps } }: Props) {
	return (
		<>
			{same.length > 0 && (
				<section aria-labelledby="elsewhere" className="mt-10">
					<h2 id="elsewhere" className="mb-3 text-xl font-bold">
						At other conferences
					</h2>
					<Conferences name={name} all={same} />
				</section>
			)}
			{perhaps.length > 0 && (
				<section aria-labelledby="perhaps" className="mt-10">
					<h2 id="perhaps" className="text-xl font-bold">
						Also listed under this name
					</h2>
					<p className="mb-3 text-ink-soft">
						The schedules do not say whether this is the same {name}; it may be somebody else.
					</p>
					<Conferences name={name} all={perhaps} />
				</section>
			)}
		</>
	);
}

function Conferences({ name, all }: { name: string; all: readonly TalksElsewhere[] }) {
	return all.map(({ conference, speaker, talks }) => (
		<section key={`${conference.slug} ${speaker.slug}`} className="mb-8">
			<h3 className="text-lg font-bold">
				<a href={paths.speaker(conference.slug, speaker.slug)}>{conference.title}</a>
			</h3>
			<p className="mb-2 text-sm text-ink-soft">
				{formatDays(conference.startDate, conference.endDate)}
				{speaker.name !== name && ` · as ${speaker.name}`}
			</p>
			<TalkList conference={conference} talks={talks} showDay headingLevel={4} />
		</section>
	));
}
