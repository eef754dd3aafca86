import * as paths from "@/lib/urls/paths";
import { selectedTalksParams } from "@/lib/writeups/export/request";
import { PRIVATE_CACHE, withFormParams } from "../responses";

/** From a form that names talks (`talk`, ids), however many, to the page that exports them. */
export function POST(request: Request): Promise<Response> {
	return withFormParams(request, async (form) => {
		// Relative: what the server is called from outside, only the browser knows.
		const headers = { Location: paths.exportPage(selectedTalksParams(form)), "Cache-Control": PRIVATE_CACHE };
		return new Response(null, { status: 303, headers });
	});
}
