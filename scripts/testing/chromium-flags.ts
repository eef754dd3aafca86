/** With which Chromium runs in containers too, and asks nothing of anybody. */
export const CHROMIUM_FLAGS: string[] = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];
