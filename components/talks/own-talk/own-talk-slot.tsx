"use client";

import { type ComponentType, useEffect, useState } from "react";

type Props = { talkId: number; title: string };

/** Where the visitor's rating, topics and history of a talk will be: its room is kept while its script is on the way. */
export function OwnTalkSlot(props: Props) {
	const [OwnTalk, setOwnTalk] = useState<ComponentType<Props>>();
	const [isMissing, setIsMissing] = useState(false);

	useEffect(() => {
		import("./own-talk").then(
			({ OwnTalk }) => setOwnTalk(() => OwnTalk),
			() => setIsMissing(true),
		);
	}, []);

	return (
		// The room of everything is kept while it is on the way, so that nothing below it moves when it arrives.
		<section
			className="mt-4 grid min-h-51 content-start gap-x-8 gap-y-1 sm:max-lg:min-h-39 noscript:hidden"
			aria-label="Your rating, topics and history"
		>
			{OwnTalk && <OwnTalk key={props.talkId} {...props} />}
			{isMissing && <p className="text-ink-soft">Rating and topics could not be loaded. Load the page again.</p>}
		</section>
	);
}
