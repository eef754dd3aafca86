/** What a downloaded calendar calls itself, of one conference or of all. */
export function calendarName(conferenceTitle?: string): string {
	return conferenceTitle === undefined ? "Talkshelf: watchlist" : `Talkshelf: ${conferenceTitle}`;
}

/** The name under which a browser keeps the file. */
export function calendarFileName(conference?: string): string {
	// As it stands in a header, between quotation marks.
	return conference === undefined ? "watchlist.ics" : `${conference.replace(/[^\w.-]+/g, "-")}-watchlist.ics`;
}
