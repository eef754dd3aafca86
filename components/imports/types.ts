import type { ImportPreview, StagingProgress } from "@/lib/imports/types";
import type { ImportReport } from "@/lib/schedule/report";

/** How far it is; a file is sent before the server says anything. */
export type Progress = StagingProgress | { readonly phase: "sending"; readonly done: number; readonly total: number };

/** Where the visitor is on the way from a file or an address to a conference. */
export type ImportState =
	| { readonly step: "choosing"; readonly problem?: string }
	| { readonly step: "finding"; readonly progress: Progress | null }
	| { readonly step: "found"; readonly id: string; readonly found: ImportPreview; readonly problem?: string }
	| {
			readonly step: "importing";
			readonly id: string;
			readonly found: ImportPreview;
			readonly progress: Progress | null;
	  }
	| { readonly step: "done"; readonly report: ImportReport };

export type Source =
	| { readonly kind: "address"; readonly url: string }
	| { readonly kind: "file"; readonly file: File };
