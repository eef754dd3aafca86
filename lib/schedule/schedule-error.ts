/** What is wrong with a schedule or where it should come from, in one sentence for the person who asked for it. */
export class ScheduleError extends Error {
	override readonly name = "ScheduleError";
}
