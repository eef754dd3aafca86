"use client";

import { useState } from "react";
import { drawAbovePage } from "./above-page";
import { Question } from "./question";

export type Asked = {
	readonly title: string;
	/** What comes of a yes. */
	readonly about: string;
	readonly yes: string;
	readonly no: string;
};

/** Asks before something is lost; whether it may be. */
export function ask(asked: Asked): Promise<boolean> {
	return new Promise((resolve) => {
		drawAbovePage((close) => (
			<AskedOnce
				asked={asked}
				onAnswer={(isYes) => {
					close();
					resolve(isYes);
				}}
			/>
		));
	});
}

function AskedOnce({ asked, onAnswer }: { asked: Asked; onAnswer: (isYes: boolean) => void }) {
	const [answer, setAnswer] = useState<boolean>();
	return (
		<Question
			title={asked.title}
			isOpen={answer === undefined}
			yes={asked.yes}
			no={asked.no}
			onYes={() => setAnswer(true)}
			onNo={() => setAnswer(false)}
			onClosed={() => onAnswer(answer ?? false)}
		>
			<p>{asked.about}</p>
		</Question>
	);
}
