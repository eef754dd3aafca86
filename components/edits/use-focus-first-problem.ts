import { type RefObject, useEffect, useRef } from "react";

/** The ref of a form that, once it comes back with something to say, shows that: a long form's button is far below. */
export function useFocusFirstProblem(state: { readonly message?: string }): RefObject<HTMLFormElement | null> {
	const form = useRef<HTMLFormElement>(null);
	useEffect(() => {
		if (!state.message) return;
		const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
		if (field) field.focus();
		else form.current?.querySelector("[role=alert], [role=status]")?.scrollIntoView({ block: "center" });
	}, [state]);
	return form;
}
