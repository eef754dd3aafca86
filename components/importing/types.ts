import type { ImportReport } from "@/lib/schedule/report";
import type { FoundConference, StagingProgress } from "@/lib/schedule/staging/types";

/** How far it is; a file is sent before the server says anything. */
export type Progress = StagingProgress | { readonly phase: "sending"; readonly done: number; readonly total: number };

/** Where the visitor is on the way from a file or an address to a conference. */
export type ImportState =
	| { readonly step: "choosing"; readonly problem?: string }
	| { readonly step: "finding"; readonly progress: Progress | null }
	| { readonly step: "found"; readonly id: string; readonly found: FoundConference; readonly problem?: string }
	| {
			readonly step: "importing";
			readonly id: string;
			readonly found: FoundConference;
			readonly progress: Progress | null;
	  }
	| { readonly step: "done"; readonly report: ImportReport };

export type Source =
	| { readonly kind: "address"; readonly address: string }
	| { readonly kind: "file"; readonly file: File };
