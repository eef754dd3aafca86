// In the page: how long each key in a text of a write-up takes until the preview of it has been painted with it.
const times = [];
let onKey = () => {};

/** The first `count` times, once there are as many. */
globalThis.talkshelfPreviews = async (count) => {
	while (times.length < count) {
		await new Promise((resolve) => {
			onKey = resolve;
		});
	}
	return times.slice(0, count);
};

let pressedAt = 0;
addEventListener(
	"keydown",
	(event) => {
		pressedAt = event.timeStamp;
	},
	{ capture: true },
);
addEventListener(
	"input",
	({ target }) => {
		const begin = pressedAt;
		const afterFrame = () => {
			if (!document.querySelector("article.prose")?.textContent.includes(target.value)) {
				requestAnimationFrame(afterFrame);
				return;
			}
			// A frame's callbacks run before it is painted, a message after.
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => {
				times.push(performance.now() - begin);
				onKey();
			};
			port2.postMessage(null);
		};
		requestAnimationFrame(afterFrame);
	},
	{ capture: true },
);
