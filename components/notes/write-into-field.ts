import { insertTextIntoField } from "text-field-edit";
import type { Field, TextEdit } from "./text-edit";

export function readField({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Field {
	return { text: value, start: selectionStart, end: selectionEnd };
}

/** Makes an edit as if it were typed: the browser's undo takes it back. */
export function writeIntoField(field: HTMLTextAreaElement, { from, to, insert, start, end }: TextEdit): void {
	field.focus();
	field.setSelectionRange(from, to);
	if (from !== to || insert !== "") insertTextIntoField(field, insert);
	field.setSelectionRange(start, end);
}
