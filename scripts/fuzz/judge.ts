import { convertTexts } from "@/lib/schedule/convert";
import { diffSchedules } from "@/lib/schedule/diff";
import { readSchedule } from "@/lib/schedule/formats";
import { ScheduleError } from "@/lib/schedule/schedule-error";
import { scheduleSchema } from "@/lib/schedule/schema";
import { asStored } from "@/lib/schedule/stored";
import type { Schedule } from "@/lib/schedule/types";

export type Verdict = "schedule" | "refused";

/**
 * Reads a file as an import does, up to the database. Throws where that comes to anything but a schedule that is one, its
 * texts converted, or one sentence.
 */
export async function judge(bytes: Uint8Array): Promise<Verdict> {
	try {
		const { schedule, warnings } = await readSchedule(bytes, "fuzz.txt");
		scheduleSchema.parse(schedule);
		const broken = warnings.find((warning) => !isSentence(warning));
		if (broken !== undefined) throw new Error(`A warning is no sentence: ${JSON.stringify(broken)}`);
		await convertTexts(diffSchedules(nothingOf(schedule), schedule, ""));
		return "schedule";
	} catch (error) {
		if (!(error instanceof ScheduleError)) throw error;
		if (!isSentence(error.message)) throw new Error(`The refusal is no sentence: ${JSON.stringify(error.message)}`);
		// A format has to leave out or to mend what the schedule cannot hold; the schema is the last net.
		if (error.message.startsWith("The schedule cannot be used:")) throw new Error(error.message);
		return "refused";
	}
}

const isSentence = (text: string) => /^[^\n\r]{5,2000}\.$/u.test(text);

const nothingOf = (schedule: Schedule) =>
	asStored({ ...schedule, tracks: [], rooms: [], speakers: [], talks: [] }, schedule.conference.url ?? "");
