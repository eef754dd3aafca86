// Loaded by Vitest before each file of tests.
import fc from "fast-check";
import { runs } from "./property-runs";

/**
 * Properties are tried on the same inputs every time, so that what passes goes on to pass. `NEW_SEEDS=20` tries them on
 * as many new inputs as twenty seeds would give; `SEED` is one that such a run found something with.
 */
const { NEW_SEEDS, SEED = NEW_SEEDS ? undefined : "20260211" } = process.env;

fc.configureGlobal({ ...runs(100), ...(SEED !== undefined && { seed: Number(SEED) }) });
