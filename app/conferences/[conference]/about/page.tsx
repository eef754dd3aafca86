import { CalendarDays, Download } from "lucide";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { db } from "@/lib/db/db";
import { type ScheduleSummary as About, loadScheduleSummary } from "@/lib/talks/schedule-summary";
import type { Conference } from "@/lib/talks/types";
import { formatDay, formatDays, formatIsoDate, formatTime } from "@/lib/text/format";
import { formatAmount } from "@/lib/text/format-amount";
import * as paths from "@/lib/urls/paths";
import { conferenceOr404 } from "../conference";

export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

type Props = PageProps<"/conferences/[conference]/about">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	return { title: `About this schedule · ${(await conferenceOr404(params)).title}` };
}

export default async function AboutPage({ params }: Props) {
	const conference = await conferenceOr404(params);
	const { slug, title } = conference;
	return (
		<>
			<PageHead title="About this schedule" crumbs={[{ name: title, href: paths.conference(slug) }]} />
			<AboutSchedule conference={conference} about={await loadScheduleSummary(db, conference.id)} />
		</>
	);
}

type AboutScheduleProps = { conference: Conference; about: About };

/** What a conference's schedule is and where it comes from, and its files for other software. */
function AboutSchedule({ conference, about }: AboutScheduleProps) {
	const { slug, startDate, endDate, venue, city, timeZone, url } = conference;
	const location = [venue, city].filter((part) => part !== "").join(", ");
	const contents = [
		[about.talkCount, "talk", "talks"],
		[about.trackCount, "track", "tracks"],
		[about.roomCount, "room", "rooms"],
		[about.speakerCount, "speaker", "speakers"],
		[about.recordingCount, "recorded talk", "recorded talks"],
	] as const;
	return (
		<>
			<dl className="card mb-8 grid gap-x-6 gap-y-2 p-4 sm:grid-cols-[10rem_1fr]">
				<Fact name="When">{formatDays(startDate, endDate)}</Fact>
				{location && <Fact name="Where">{location}</Fact>}
				<Fact name="Times">The conference’s own, {timeZone.replaceAll("_", " ")}</Fact>
				{url && (
					<Fact name="Website">
						<a className="underline hover:text-accent" href={url}>
							{url}
						</a>
					</Fact>
				)}
				<Fact name="Contents">
					{contents
						.filter(([count]) => count > 0)
						.map(([count, one, many]) => formatAmount(count, one, many))
						.join(", ") || "No talks yet"}
				</Fact>
				<Fact name="Source">
					<Source source={about.source} />
				</Fact>
				{about.version && <Fact name="Version">{about.version}</Fact>}
				{about.changedAt && (
					<Fact name="Last changed here">
						<Timestamp at={about.changedAt} timeZone={timeZone} />{" "}
						<a className="underline hover:text-accent" href={paths.changes(slug)}>
							What changed
						</a>
					</Fact>
				)}
				{about.checkedAt && (
					<Fact name="Last looked at">
						<Timestamp at={about.checkedAt} timeZone={timeZone} />
					</Fact>
				)}
			</dl>
			<section aria-labelledby="files">
				<h2 id="files" className="mb-2 text-xl font-bold">
					For other software
				</h2>
				<p className="mb-3 max-w-prose text-ink-soft">
					The schedule as it stands here. An app for conferences reads the first two; a calendar reads the third, once
					or again and again from its address.
				</p>
				<ul className="flex flex-wrap gap-2">
					<li>
						<a className="button" href={paths.scheduleFile(slug, "json")} download>
							<Icon icon={Download} /> Schedule JSON
						</a>
					</li>
					<li>
						<a className="button" href={paths.scheduleFile(slug, "xml")} download>
							<Icon icon={Download} /> frab XML
						</a>
					</li>
					<li>
						<a className="button" href={paths.scheduleFile(slug, "ics")} download>
							<Icon icon={CalendarDays} /> iCalendar
						</a>
					</li>
				</ul>
			</section>
		</>
	);
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
	return (
		<div className="contents">
			<dt className="text-ink-soft">{name}</dt>
			<dd className="mb-2 wrap-anywhere sm:mb-0">{children}</dd>
		</div>
	);
}

function Source({ source }: { source: string }) {
	if (source === "") return "Nowhere: it was made by hand";
	if (/^https?:\/\//i.test(source)) {
		return (
			<a className="underline hover:text-accent" href={source}>
				{source}
			</a>
		);
	}
	return `The file ${source}`;
}

function Timestamp({ at, timeZone }: { at: Date; timeZone: string }) {
	return (
		<time dateTime={at.toISOString()}>
			{formatDay(formatIsoDate(at, timeZone))}, {formatTime(at, timeZone)}
		</time>
	);
}
