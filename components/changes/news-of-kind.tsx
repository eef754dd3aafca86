import { Fragment } from "react";
import { type FormattedStep, formatChange } from "@/lib/schedule/changes/format-change";
import type { NewsKind } from "@/lib/schedule/changes/news-kinds";
import type { TalkNews } from "@/lib/schedule/changes/queries";
import type { Conference } from "@/lib/talks/types";
import * as paths from "@/lib/urls/paths";

type Props = {
	conference: Pick<Conference, "slug" | "timeZone">;
	kind: NewsKind;
	/** All of that kind. */
	changes: readonly TalkNews[];
};

/** The talks of one kind of news, each with what was and what is. */
export function NewsOfKind({ conference, kind, changes }: Props) {
	return (
		<ul className="news-list">
			{changes.map(({ talk, fields }) => {
				const steps = formatChange(kind, fields, conference.timeZone);
				return (
					<li key={talk.id} className="news">
						<a className="talk-title" href={paths.talk(conference.slug, talk.slug)}>
							{talk.title}
						</a>
						{talk.isWithdrawn && kind !== "withdrawn" && (
							<>
								{" "}
								<b className="off">Withdrawn</b>
							</>
						)}
						{talk.isCancelled && kind !== "cancelled" && (
							<>
								{" "}
								<b className="off">Cancelled</b>
							</>
						)}
						{steps.length > 0 && (
							<p className="text-sm text-ink-soft">
								<ChangeSteps steps={steps} />
							</p>
						)}
					</li>
				);
			})}
		</ul>
	);
}

/** What was, struck, and what is. */
export function ChangeSteps({ steps }: { steps: readonly FormattedStep[] }) {
	return steps.map(({ what, from, to }, index) => (
		<Fragment key={what}>
			{index > 0 && " · "}
			{what}
			{to !== undefined && (
				<>
					{what && ": "}
					<del>{from}</del>
					<span aria-hidden="true"> → </span>
					<span className="sr-only"> is now </span>
					<ins className="no-underline">{to}</ins>
				</>
			)}
		</Fragment>
	));
}
