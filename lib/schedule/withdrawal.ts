import type { ScheduleChanges } from "./diff";
import { ScheduleError } from "./schedule-error";

/** How many talks a schedule withdraws, and of how many that it had until now. */
export type Withdrawal = { readonly withdrawn: number; readonly talks: number };

export function withdrawalOf({ talks: { changed, unchanged, withdrawn } }: ScheduleChanges): Withdrawal {
	return { withdrawn: withdrawn.length, talks: changed.length + unchanged.length + withdrawn.length };
}

/**
 * Whether so many talks are withdrawn that somebody has to confirm it, more than a third: a schedule seldom loses as many
 * in one day, and a file that is cut, empty or another conference's does.
 */
export function asksFirst({ withdrawn, talks }: Withdrawal): boolean {
	return withdrawn * 3 > talks;
}

/** An import that has to be confirmed first and was not. */
export class WithdrawalError extends ScheduleError {
	constructor(
		/** What the conference is called here. */
		readonly title: string,
		readonly withdrawal: Withdrawal,
		/** Where and how it is confirmed: a sentence. */
		how = "",
	) {
		const { withdrawn, talks } = withdrawal;
		const of = talks === 1 ? "the only talk" : `${withdrawn} of the ${talks} talks`;
		super(`Nothing was imported: it would withdraw ${of} of "${title}", which has to be confirmed. ${how}`.trim());
	}

	/** The same, for somebody who confirms it in another way. */
	confirmed(how: string): WithdrawalError {
		return new WithdrawalError(this.title, this.withdrawal, how);
	}
}
