import {
	type Fetched,
	type FetchOptions,
	fetchChecked,
	fetchIfModified,
	type Validators,
} from "@/lib/http/fetch-checked";
import { FetchError } from "@/lib/http/fetch-error";
import { ScheduleError } from "@/lib/schedule/schedule-error";

type Options = Omit<FetchOptions, "what">;

/** Gets what is at an http(s) address as `fetchChecked` does. Throws a `ScheduleError`. */
export function fetchSchedule(url: string, options: Options): Promise<Fetched> {
	return withScheduleErrors(fetchChecked(url, { ...options, what: "schedule" }));
}

/** The same, or null where the server says that it is what `known` was said of. */
export function fetchScheduleIfModified(url: string, known: Validators, options: Options): Promise<Fetched | null> {
	return withScheduleErrors(fetchIfModified(url, known, { ...options, what: "schedule" }));
}

async function withScheduleErrors<Result>(fetching: Promise<Result>): Promise<Result> {
	try {
		return await fetching;
	} catch (error) {
		if (error instanceof FetchError) throw new ScheduleError(error.message, { cause: error.cause });
		throw error;
	}
}
