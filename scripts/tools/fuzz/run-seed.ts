import { convertTexts } from "@/lib/schedule/convert";
import { diffSchedules } from "@/lib/schedule/diff";
import { readSchedule } from "@/lib/schedule/formats";
import { ScheduleError } from "@/lib/schedule/schedule-error";
import { scheduleSchema } from "@/lib/schedule/schema";
import { toStoredSchedule } from "@/lib/schedule/stored";
import type { Specimen } from "./corpus";
import { createRandom, mutate } from "./mutate";

export type Outcome = { readonly of: string; readonly is: "refused" | "read" };

/** What one seed makes of the corpus: which file, and how it is mutated. */
export function createSpecimen(corpus: readonly Specimen[], seed: number): Specimen {
	const random = createRandom(seed);
	const pick = () => corpus[random(corpus.length)] as Specimen;
	const { name, text } = pick();
	return { name, text: mutate(text, pick().text, random) };
}

/**
 * Reads a mutated schedule. It has to be refused with a `ScheduleError` of one sentence, or be a schedule as the schema has
 * it, whose texts can be converted; throws where it is neither.
 */
export async function runOnce(corpus: readonly Specimen[], seed: number): Promise<Outcome> {
	const { name, text } = createSpecimen(corpus, seed);
	try {
		const { schedule, warnings } = await readSchedule(text, name);
		scheduleSchema.parse(schedule);
		for (const warning of warnings) assertSentence(warning);
		const nothing = toStoredSchedule({ ...schedule, tracks: [], rooms: [], speakers: [], talks: [] }, name);
		await convertTexts(diffSchedules(nothing, { ...schedule, talks: schedule.talks.slice(0, MAX_CONVERTED) }, name));
		return { of: name, is: "read" };
	} catch (error) {
		if (!(error instanceof ScheduleError)) throw error;
		assertSentence(error.message);
		// A format has to mend or leave out what a schedule cannot hold: the schema's word is for what it forgot.
		if (error.message.startsWith("The schedule cannot be used")) throw new Error(error.message);
		return { of: name, is: "refused" };
	}
}

function assertSentence(text: string): void {
	if (!/^[^\n\r]{5,2000}\.$/.test(text)) throw new Error(`That is no sentence: ${text}`);
}

// The texts of a thousand talks take two seconds, and few of them are mutated.
const MAX_CONVERTED = 40;
