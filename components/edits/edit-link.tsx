"use client";

import { useVisitor } from "@/components/visitor/use-visitor";

/** The way to a form, for those who may edit. Pages of a schedule are the same for everyone, and learn later who looks. */
export function EditLink({ href, what }: { href: string; what: string }) {
	return (
		useVisitor()?.mayEdit && (
			<a className="button" href={href} aria-label={`Edit ${what}`}>
				Edit
			</a>
		)
	);
}
