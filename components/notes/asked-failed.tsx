import type { Asked } from "./use-answer";

/** Why there is no answer, and a way to ask again. */
export function Failed({ asked }: { asked: Extract<Asked<unknown>, { kind: "failed" }> }) {
	return (
		<div role="alert" className="grid justify-items-start gap-2">
			<p>{asked.reason}</p>
			<button className="button" type="button" onClick={asked.again}>
				Try again
			</button>
		</div>
	);
}
