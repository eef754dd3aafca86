import type { ImportPreview, StagingLine, StagingProgress } from "@/lib/imports/types";
import type { ImportReport } from "@/lib/schedule/report";

export type ImportEvent =
	| StagingLine
	| { readonly begun: "finding" | "importing" }
	| { readonly sent: Progress }
	| { readonly left: true };

/** Where the visitor is after something happened; what belongs to another step changes nothing. */
export function nextState(state: ImportState, event: ImportEvent): ImportState {
	if ("left" in event) return { step: "choosing" };
	if ("begun" in event) {
		if (event.begun === "finding") return { step: "finding", progress: null };
		return state.step === "found" ? { step: "importing", id: state.id, found: state.found, progress: null } : state;
	}
	if (state.step === "finding") {
		if ("sent" in event) return { ...state, progress: event.sent };
		if ("progress" in event) return { ...state, progress: event.progress };
		if ("found" in event) return { step: "found", ...event };
		if ("problem" in event) return { step: "choosing", problem: event.problem };
	}
	if (state.step === "importing") {
		if ("progress" in event) return { ...state, progress: event.progress };
		if ("report" in event) return { step: "done", report: event.report };
		if ("problem" in event) return { step: "found", id: state.id, found: state.found, problem: event.problem };
	}
	return state;
}

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
