// In the page: when each frame is drawn, while somebody asks.
let times = [];
let isOn = false;

const tick = (time) => {
	if (!isOn) return;
	times.push(time);
	requestAnimationFrame(tick);
};

globalThis.talkshelfFrames = {
	begin() {
		times = [];
		isOn = true;
		requestAnimationFrame(tick);
	},
	/** Milliseconds from each frame to the next. */
	end() {
		isOn = false;
		return times.slice(1).map((time, index) => time - times[index]);
	},
};
