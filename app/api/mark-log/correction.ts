import { z } from "zod";
import { formatIsoDate } from "@/lib/text/format";

/** Days before it are slips of the keyboard. */
const FIRST_DAY = "1970-01-01";

/** Where each day begins first: wherever the visitor is, it is no later a day than there. */
const EARLIEST_ZONE = "Pacific/Kiritimati";

const PROBLEM = "A day is a date such as 2026-02-14.";

/** The day on which an entry of the log really was, `YYYY-MM-DD`; null where it was when it was pressed. */
export function correctionSchema(now: Date) {
	const today = formatIsoDate(now, EARLIEST_ZONE);
	return z.object(
		{
			day: z.iso
				.date({ error: PROBLEM })
				.refine((day) => day >= FIRST_DAY, { error: "That is too long ago." })
				.refine((day) => day <= today, { error: "That day has not come yet." })
				.nullable(),
		},
		{ error: PROBLEM },
	);
}
