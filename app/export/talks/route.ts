import * as paths from "@/lib/talks/paths";
import { chosenTalksParams } from "@/lib/writeups/export/request";
import { ofForm, PRIVATE } from "../answers";

/** From a form that names talks (`talk`, ids), however many, to the page that exports them. */
export function POST(request: Request): Promise<Response> {
	return ofForm(request, async (form) => {
		// Relative: what the server is called from outside, only the browser knows.
		const headers = { Location: paths.exportPage(chosenTalksParams(form)), "Cache-Control": PRIVATE };
		return new Response(null, { status: 303, headers });
	});
}
