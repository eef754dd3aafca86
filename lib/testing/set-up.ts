// Loaded by Vitest before each file of tests.
import fc from "fast-check";
import { vi } from "vitest";
import { runs } from "./property-runs";

// A worker runs one file after the other, which saves it from starting anew and from loading the libraries again. What a
// file left behind is gone before the next one: its clock, its globals, its environment, and the state of our modules,
// which each file loads for itself.
vi.useRealTimers();
vi.unstubAllGlobals();
vi.unstubAllEnvs();
vi.resetModules();

/**
 * Properties are tried on the same inputs every time, so that what passes goes on to pass. `NEW_SEEDS=20` tries them on
 * as many new inputs as twenty seeds would give; `SEED` is one that such a run found something with.
 */
const { NEW_SEEDS, SEED = NEW_SEEDS ? undefined : "20260211" } = process.env;

fc.configureGlobal({ ...runs(100), ...(SEED !== undefined && { seed: Number(SEED) }) });
