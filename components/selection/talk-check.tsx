/** The box that selects a talk: shown while Selection, around the list, is on. */
export function TalkCheck({ talkId, title }: { talkId: number; title: string }) {
	return (
		<label className="talk-check hidden">
			<input type="checkbox" value={talkId} aria-label={`Select ${title}`} />
		</label>
	);
}
