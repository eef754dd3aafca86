import { expect, test } from "vitest";
import { formatOfKeys } from "./format-keys";

const none = { code: "", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

test("Ctrl with a letter is a format, ⌘ on Apple's", () => {
	expect(formatOfKeys({ ...none, key: "b", ctrlKey: true }, false)).toBe("bold");
	expect(formatOfKeys({ ...none, key: "K", ctrlKey: true }, false)).toBe("link");
	expect(formatOfKeys({ ...none, key: "b", metaKey: true }, true)).toBe("bold");
	expect(formatOfKeys({ ...none, key: "*", code: "Digit8", ctrlKey: true, shiftKey: true }, false)).toBe("list");
	expect(formatOfKeys({ ...none, key: "/", code: "Digit7", ctrlKey: true, shiftKey: true }, false)).toBe("numbers");
});

test("what means something else to the browser or the field stays that", () => {
	expect(formatOfKeys({ ...none, key: "b" }, false)).toBe(null);
	expect(formatOfKeys({ ...none, key: "b", ctrlKey: true }, true)).toBe(null);
	expect(formatOfKeys({ ...none, key: "b", metaKey: true }, false)).toBe(null);
	expect(formatOfKeys({ ...none, key: "b", ctrlKey: true, altKey: true }, false)).toBe(null);
	expect(formatOfKeys({ ...none, key: "B", code: "KeyB", ctrlKey: true, shiftKey: true }, false)).toBe(null);
	expect(formatOfKeys({ ...none, key: "8", code: "Digit8", ctrlKey: true }, false)).toBe(null);
	expect(formatOfKeys({ ...none, key: "z", ctrlKey: true }, false)).toBe(null);
});
