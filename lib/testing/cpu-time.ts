/** The milliseconds of processor time that a piece of work takes: nearly the same however busy the machine is. */
export function measureCpuTime(work: () => unknown): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
