// In the page: how long a transcript takes from its data to its being painted, and for how long nothing can be pressed
// meanwhile.
const tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });

const isTranscript = ({ name }) => /\/api\/transcripts\/\d+$/.test(new URL(name).pathname);

/** Once it is painted. */
globalThis.talkshelfTranscript = new Promise((resolve) => {
	const look = () => {
		if (!document.querySelector("[data-cue]")) {
			requestAnimationFrame(look);
			return;
		}
		// A frame's callbacks run before it is painted, a message after.
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			const painted = performance.now();
			const arrived = Math.max(
				...performance
					.getEntriesByType("resource")
					.filter(isTranscript)
					.map((each) => each.responseEnd),
			);
			// What the browser noticed is told later.
			setTimeout(() => {
				const since = tasks.filter((task) => task.startTime + task.duration > arrived && task.startTime < painted);
				const blocked = since.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
				resolve({ painted: painted - arrived, blocked, cues: document.querySelectorAll("[data-cue]").length });
			}, 300);
		};
		port2.postMessage(null);
	};
	requestAnimationFrame(look);
});
