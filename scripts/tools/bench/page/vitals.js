// In the page, before anything of the page runs: what the browser notices while it loads.
// Plain script, since what compiles TypeScript here adds calls to functions that a page does not have.
const seen = { firstPaint: 0, largestPaint: 0, blocked: 0, longest: 0, shift: 0 };
globalThis.talkshelfVitals = seen;

const observe = (type, take) =>
	new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });

observe("paint", (entry) => {
	if (entry.name === "first-contentful-paint") seen.firstPaint = entry.startTime;
});
observe("largest-contentful-paint", (entry) => {
	seen.largestPaint = entry.startTime;
});
observe("longtask", (entry) => {
	seen.blocked += Math.max(0, entry.duration - 50);
	seen.longest = Math.max(seen.longest, entry.duration);
});
observe("layout-shift", (entry) => {
	if (!entry.hadRecentInput) seen.shift += entry.value;
});
