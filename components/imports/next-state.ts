import type { StagingLine } from "@/lib/imports/types";
import type { ImportState, Progress } from "./types";

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
