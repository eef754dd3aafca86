// In the page: how long each press on a mark takes until the pressed button has been painted.
const times = [];
let onPress = () => {};

/** The first `count` times, once there are as many. */
globalThis.talkshelfPresses = async (count) => {
	while (times.length < count) {
		await new Promise((resolve) => {
			onPress = resolve;
		});
	}
	return times.slice(0, count);
};

addEventListener(
	"click",
	(event) => {
		const button = event.target.closest("button[aria-pressed]");
		if (!button) return;
		const afterFrame = () => {
			if (button.getAttribute("aria-pressed") !== "true") {
				requestAnimationFrame(afterFrame);
				return;
			}
			// A frame's callbacks run before it is painted, a message after.
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => {
				times.push(performance.now() - event.timeStamp);
				onPress();
			};
			port2.postMessage(null);
		};
		requestAnimationFrame(afterFrame);
	},
	{ capture: true },
);
