import type { CompileContext, Extension, Handle, Token } from "mdast-util-from-markdown";

/**
 * Reads the `[ ]` and `[x]` of tasks. The tokenizer also finds them where a paragraph follows an empty item of a list,
 * which throws in development and loses the brackets in production: there they are text.
 */
export const taskItems: Extension = {
	exit: {
		taskListCheckValueChecked: readCheck,
		taskListCheckValueUnchecked: readCheck,
	},
};

function readCheck(this: CompileContext, token: Token): ReturnType<Handle> {
	const item = this.stack.at(-2);
	if (item?.type === "listItem") {
		item.checked = this.sliceSerialize(token).trim() !== "";
	} else {
		this.enter({ type: "text", value: `[${this.sliceSerialize(token)}]` }, token);
		this.exit(token);
	}
}
