import { Fragment } from "react";
import type { FormattedStep } from "@/lib/schedule/changes/format-change";

/** What was, struck, and what is. */
export function ChangeSteps({ steps }: { steps: readonly FormattedStep[] }) {
	return steps.map(({ what, from, to }, index) => (
		<Fragment key={what}>
			{index > 0 && " · "}
			{what}
			{to !== undefined && (
				<>
					{what && ": "}
					<del>{from}</del>
					<span aria-hidden="true"> → </span>
					<span className="sr-only"> is now </span>
					<ins className="no-underline">{to}</ins>
				</>
			)}
		</Fragment>
	));
}
