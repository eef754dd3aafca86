"use client";

import { type ComponentType, useEffect, useState } from "react";
import "./own-talk.css";

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
		<section className="own-talk" aria-label="Your rating, topics and history">
			{OwnTalk && <OwnTalk key={props.talkId} {...props} />}
			{isMissing && <p className="text-ink-soft">Rating and topics could not be loaded. Load the page again.</p>}
		</section>
	);
}
