import { errorMessageOf } from "@/components/visitor/sending";

/** Sends a file to one of our own addresses; what it answered, or in one sentence why that is nothing. */
export async function sendFile<Body>(url: string, file: File): Promise<{ body: Body } | { problem: string }> {
	try {
		const headers = { "Content-Type": "application/json" };
		const response = await fetch(url, { method: "POST", body: file, headers });
		const body: unknown = await response.json();
		return response.ok ? { body: body as Body } : { problem: errorMessageOf({ status: response.status, body }) };
	} catch {
		return { problem: "The server does not answer. Nothing was changed; try again in a moment." };
	}
}
