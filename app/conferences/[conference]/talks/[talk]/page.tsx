import { Play } from "lucide";
import type { Metadata } from "next";
import { TalkHistory } from "@/components/changes/talk-history";
import { NoteEditor } from "@/components/notes/note-editor";
import { MarkButtons } from "@/components/talks/mark-buttons";
import { OwnTalkSlot } from "@/components/talks/own-talk/own-talk-slot";
import { TalkHead } from "@/components/talks/talk-head";
import { TalkLinks } from "@/components/talks/talk-links";
import { TalkList } from "@/components/talks/talk-list";
import { Icon } from "@/components/ui/icon";
import { createShareMetadata } from "@/lib/cards/create-card";
import { db } from "@/lib/db/db";
import { renderMarkdown } from "@/lib/markdown/render";
import { listTalkHistory } from "@/lib/schedule/changes/queries";
import { findNextInRoom, listTalksBySpeakersOf, listTalksDuring } from "@/lib/talks/queries";
import type { Conference, Named, TalkListItem } from "@/lib/talks/types";
import { formatNames } from "@/lib/text/format";
import * as paths from "@/lib/urls/paths";
import { talkOr404 } from "../../conference";

export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

type Props = PageProps<"/conferences/[conference]/talks/[talk]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { conference, talk } = await talkOr404(params);
	const speakers = formatNames(talk.speakers.map(({ name }) => name));
	const description = speakers ? `${talk.title}, by ${speakers}` : talk.title;
	const path = paths.talk(conference.slug, talk.slug);
	return {
		title: `${talk.title} · ${conference.title}`,
		description,
		alternates: { canonical: path },
		...createShareMetadata({ title: talk.title, description, path }),
	};
}

export default async function TalkPage({ params }: Props) {
	const { conference, talk } = await talkOr404(params);
	const [bySpeakers, during, next, history] = await Promise.all([
		listTalksBySpeakersOf(db, conference.id, talk),
		listTalksDuring(db, conference.id, talk),
		findNextInRoom(db, conference.id, talk),
		listTalkHistory(db, talk.id),
	]);
	const texts = [talk.abstract, talk.description].filter((text) => text !== "");
	return (
		<article>
			<TalkHead conference={conference} talk={talk} />
			<div className="marks-large mb-8 flex flex-wrap items-center gap-3">
				{talk.hasRecording && (
					<a className="button-primary" href={paths.watch(conference.slug, talk.slug)}>
						<Icon icon={Play} /> Watch
					</a>
				)}
				<MarkButtons talkId={talk.id} title={talk.title} />
				<a className="link inline-flex min-h-11 items-center lg:hidden print:hidden" href="#note">
					Your note
				</a>
			</div>
			<div className="grid grid-cols-1 items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_28rem] xl:has-[[data-view=beside]]:grid-cols-[minmax(0,1fr)_44rem]">
				<div className="grid grid-cols-1 gap-8">
					{texts.length > 0 && (
						<section aria-labelledby="abstract" lang={talk.language || undefined}>
							<h2 id="abstract" className="sr-only">
								Abstract
							</h2>
							{texts.map((text, index) => (
								<div key={text} className={index === 0 ? "prose" : "prose mt-6"}>
									{renderMarkdown(text, { headingLevel: 3, idPrefix: `text-${index}-` })}
								</div>
							))}
						</section>
					)}
					<TalkLinks links={talk.links} url={talk.url} />
				</div>
				<div id="note" className="scroll-mt-20 lg:sticky lg:top-20 print:hidden">
					<aside aria-label="Your note">
						<NoteEditor talkId={talk.id} watchPath={paths.watch(conference.slug, talk.slug)} />
					</aside>
					<OwnTalkSlot talkId={talk.id} title={talk.title} />
				</div>
			</div>
			<AroundTalk conference={conference} room={talk.room} bySpeakers={bySpeakers} during={during} next={next} />
			<TalkHistory history={history} since={talk.createdAt} timeZone={conference.timeZone} />
		</article>
	);
}

type AroundTalkProps = {
	conference: Conference;
	room: Named | null;
	/** What else its speakers give. */
	bySpeakers: readonly TalkListItem[];
	/** Talks that run at the same time. */
	during: readonly TalkListItem[];
	/** The talk that follows in the room. */
	next: TalkListItem | null;
};

/** What else there is: by the same people, next in the room, and at the same time. */
function AroundTalk({ conference, room, bySpeakers, during, next }: AroundTalkProps) {
	return (
		<div className="mt-12 grid grid-cols-1 gap-10 print:hidden">
			{bySpeakers.length > 0 && (
				<section aria-labelledby="by-speakers">
					<h2 id="by-speakers" className="mb-2 text-xl font-bold">
						Also by these speakers
					</h2>
					<TalkList conference={conference} talks={bySpeakers} showDay headingLevel={3} />
				</section>
			)}
			{next && room && (
				<section aria-labelledby="next-in-room">
					<h2 id="next-in-room" className="mb-2 text-xl font-bold">
						Next in {room.name}
					</h2>
					<TalkList conference={conference} talks={[next]} hide="room" headingLevel={3} />
				</section>
			)}
			{during.length > 0 && (
				<section aria-labelledby="at-the-same-time">
					<h2 id="at-the-same-time" className="mb-2 text-xl font-bold">
						At the same time
					</h2>
					<TalkList conference={conference} talks={during} headingLevel={3} />
				</section>
			)}
		</div>
	);
}
