import { Download, PenLine, Tags } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { ShortcutsButton } from "@/components/keyboard/shortcuts-button";
import { Selection } from "@/components/selection/selection";
import { TalkList } from "@/components/talks/talk-list";
import { TopicActions } from "@/components/topics/topic-actions";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { HeldList } from "@/components/visitor/held-list";
import { currentVisitor } from "@/lib/accounts/session";
import { db } from "@/lib/db/db";
import { listMarks } from "@/lib/marks/queries";
import type { MarkStatus } from "@/lib/marks/status";
import { formatCount, formatDays, formatDuration } from "@/lib/text/format";
import { formatTalkCount } from "@/lib/text/format-amount";
import { findTopic, listTopicTalks } from "@/lib/topics/queries";
import { topicSlugSchema } from "@/lib/topics/schema";
import type { TopicConference } from "@/lib/topics/types";
import * as paths from "@/lib/urls/paths";

type Props = PageProps<"/topics/[topic]">;

/** The visitor's topic; somebody else's is not found. */
async function load(params: Props["params"]) {
	const slug = topicSlugSchema.safeParse((await params).topic);
	const visitor = slug.success && (await currentVisitor(await headers(), { isPage: true }));
	const topic = visitor && (await findTopic(db, { userId: visitor.id, slug: slug.data }));
	return topic ? { topic, userId: visitor.id } : notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { topic } = await load(params);
	return { title: topic.name };
}

export default async function TopicPage({ params }: Props) {
	const { topic, userId } = await load(params);
	const [conferences, marks] = await Promise.all([
		listTopicTalks(db, { userId, slug: topic.slug }),
		listMarks(db, { userId }),
	]);
	const talks = conferences.flatMap((group) => group.talks);
	const minutes = talks.reduce((sum, { duration }) => sum + duration, 0);
	return (
		<>
			<PageHead title={topic.name} crumbs={[{ name: "Topics", href: paths.topics() }]}>
				<p className="mt-1 mb-3 text-ink-soft">
					{formatTalkCount(talks.length)}, {formatDuration(minutes)}
					{conferences.length > 1 && `, of ${formatCount(conferences.length)} conferences`}
				</p>
				<div className="flex flex-wrap gap-2">
					{talks.length > 0 && (
						// A form, since an address cannot name hundreds of talks.
						<form method="post" action={paths.exportTalks()}>
							<input type="hidden" name="talk" value={talks.map(({ id }) => id).join()} />
							<button className="button" type="submit">
								<Icon icon={Download} /> Export Markdown
							</button>
						</form>
					)}
					{talks.length > 0 && (
						<a className="button" href={paths.newWriteUp(new URLSearchParams({ topic: topic.slug }))}>
							<Icon icon={PenLine} /> Write it up
						</a>
					)}
					<TopicActions topic={topic} talkCount={talks.length} isTopicPage />
				</div>
			</PageHead>
			<HeldList key={topic.slug}>
				{talks.length > 0 ? (
					<TopicTalks conferences={conferences} marks={new Map(marks.map(({ talkId, status }) => [talkId, status]))} />
				) : (
					<EmptyState icon={Tags} title="On no talk yet.">
						<p className="text-ink-soft">Open a talk, and add this topic to it.</p>
					</EmptyState>
				)}
			</HeldList>
		</>
	);
}

type TopicTalksProps = { conferences: readonly TopicConference[]; marks: ReadonlyMap<number, MarkStatus> };

/** The talks of a topic by conference, with the visitor's marks. */
function TopicTalks({ conferences, marks }: TopicTalksProps) {
	const groups = conferences.map(({ conference, talks }) => (
		<section key={conference.slug} aria-labelledby={`conference-${conference.slug}`} className="mb-10">
			<h2 id={`conference-${conference.slug}`} className="text-xl font-bold">
				<a className="no-underline hover:underline" href={paths.conference(conference.slug)}>
					{conference.title}
				</a>{" "}
				<span className="font-normal text-ink-soft">{formatCount(talks.length)}</span>
			</h2>
			<p className="mb-2 text-ink-soft">{formatDays(conference.startDate, conference.endDate)}</p>
			<TalkList
				conference={conference}
				talks={talks}
				marks={new Map(talks.flatMap(({ id }) => markOf(marks, id)))}
				showDay
				selectable
				headingLevel={3}
			/>
		</section>
	));
	return <Selection actions={<ShortcutsButton />}>{groups}</Selection>;
}

function markOf(marks: TopicTalksProps["marks"], id: number): [number, MarkStatus][] {
	const mark = marks.get(id);
	return mark ? [[id, mark]] : [];
}
