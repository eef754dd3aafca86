import type { Metadata } from "next";
import { ShortcutsButton } from "@/components/keyboard/shortcuts-button";
import { NoteEditor } from "@/components/notes/note-editor";
import { NoRecording } from "@/components/recordings/no-recording";
import { WatchRoom } from "@/components/recordings/watch-room";
import { MarkButtons } from "@/components/talks/mark-buttons";
import { TranscriptSlot } from "@/components/transcripts/transcript-slot";
import { PageHead } from "@/components/ui/page-head";
import { db } from "@/lib/db/db";
import { listRecordings } from "@/lib/recordings/list-recordings";
import { formatNames } from "@/lib/text/format";
import * as paths from "@/lib/urls/paths";
import { findRecordingOutlook } from "@/lib/watchlist/agenda/queries";
import { talkOr404 } from "../../../conference";

export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

type Props = PageProps<"/conferences/[conference]/talks/[talk]/watch">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { conference, talk } = await talkOr404(params);
	return {
		title: `Watch ${talk.title} · ${conference.title}`,
		description: `The recording of ${talk.title}, and a place to write down what one takes away`,
		alternates: { canonical: paths.watch(conference.slug, talk.slug) },
	};
}

/** The talk's recording beside the visitor's note. */
export default async function WatchPage({ params }: Props) {
	const { conference, talk } = await talkOr404(params);
	const recordings = listRecordings(talk.links);
	const outlook = await findRecordingOutlook(db, { conferenceId: conference.id, talk, now: new Date() });
	const hasSubtitles = talk.links.some(({ kind }) => kind === "SUBTITLES");
	const speakers = formatNames(talk.speakers.map(({ name }) => name));
	return (
		<WatchRoom
			key={talk.id}
			talkId={talk.id}
			title={talk.title}
			recordings={recordings.flatMap((each) => (each.kind === "page" ? [] : [each]))}
			hasSubtitles={hasSubtitles}
			head={
				<PageHead
					title={talk.title}
					crumbs={[
						{ name: conference.title, href: paths.conference(conference.slug) },
						{ name: "About the talk", href: paths.talk(conference.slug, talk.slug) },
					]}
				>
					<div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
						<p className="text-ink-soft">{speakers}</p>
						<div className="flex flex-wrap items-center gap-2">
							<div className="marks-large">
								<MarkButtons talkId={talk.id} title={talk.title} />
							</div>
							<ShortcutsButton />
						</div>
					</div>
				</PageHead>
			}
			noRecording={
				<NoRecording outlook={outlook} pages={recordings.flatMap((each) => (each.kind === "page" ? [each] : []))} />
			}
			note={<NoteEditor talkId={talk.id} watchPath={paths.watch(conference.slug, talk.slug)} />}
			transcript={hasSubtitles && <TranscriptSlot talkId={talk.id} language={talk.language} />}
		/>
	);
}
