"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { hasDraft } from "@/components/notes/draft-keys";
import { useStuckMarks } from "@/components/visitor/use-visitor";
import { showVisitorAt } from "@/components/visitor/visitor-store";
import { listenForKeys } from "./key-listener";
import { listenForMenus } from "./menu-listener";
import { registerServiceWorker } from "./service-worker";

/** Brings the visitor's marks to whichever page is shown, and says when some could not be sent. */
export function VisitorLoader() {
	const pathname = usePathname();
	useEffect(() => {
		showVisitorAt(pathname);
		if (!hasDraft()) return;
		void import("@/components/notes/send-drafts").then(({ sendDrafts }) => sendDrafts());
	}, [pathname]);
	useEffect(listenForKeys, []);
	useEffect(listenForMenus, []);
	useEffect(registerServiceWorker, []);
	const { count, reason } = useStuckMarks();
	return (
		<div role="status" className="toast border-problem">
			{count > 0 && `${count === 1 ? "1 mark waits" : `${count} marks wait`} to be saved. ${reason}`.trim()}
		</div>
	);
}
