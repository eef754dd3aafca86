import type { FileReport, ImportReport } from "@/lib/schedule/report";
import type { ImportProgress } from "./import-schedule";
import type { FindProgress } from "./sources/find-schedule";

/** What a schedule's file holds, and what importing it would do: shown before anything is imported. */
export type ImportPreview = Omit<FileReport, "links"> & {
	readonly conference: string;
	/** First and last day, `YYYY-MM-DD`. */
	readonly startDate: string;
	readonly endDate: string;
	/** Days that have talks. */
	readonly dayCount: number;
	/** The file's name, or the address at which it was found. */
	readonly source: string;
	/** What it changes about a conference that is here already; null where it is new. */
	readonly update: {
		/** What the conference is called here. */
		readonly title: string;
		/** How many talks the schedule had until now. */
		readonly talks: number;
		readonly added: number;
		/** Those that come back among them. */
		readonly changed: number;
		readonly withdrawn: number;
		readonly unchanged: number;
	} | null;
};

/** How far a server is: fetching an address, reading what came, importing it. */
export type StagingProgress = FindProgress | { readonly phase: "reading" } | ImportProgress;

/** A line of what an import's routes answer, each JSON; the last is not about progress. */
export type StagingLine =
	| { readonly progress: StagingProgress }
	/** It waits, under this id, to be imported or discarded. */
	| { readonly found: ImportPreview; readonly id: string }
	| { readonly report: ImportReport }
	/** Why nothing was found or imported, in one sentence. */
	| { readonly problem: string };
