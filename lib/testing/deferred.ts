export type Deferred = { readonly promise: Promise<void>; readonly resolve: () => void };

/** An event that one part of a test waits for and another brings about: `Promise.withResolvers`, which Node 20 lacks. */
export function deferred(): Deferred {
	let resolve = () => {};
	const promise = new Promise<void>((resolvePromise) => {
		resolve = resolvePromise;
	});
	return { promise, resolve };
}
