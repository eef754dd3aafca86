import type { FetchState } from "./use-fetch";

/** Why there is no answer, and a way to ask again. */
export function FetchFailed({ result }: { result: Extract<FetchState<unknown>, { kind: "failed" }> }) {
	return (
		<div role="alert" className="grid justify-items-start gap-2">
			<p>{result.reason}</p>
			<button className="button" type="button" onClick={result.retry}>
				Try again
			</button>
		</div>
	);
}
