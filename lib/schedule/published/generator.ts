import { version } from "@/package.json";
import type { Generator } from "./types";

export const GENERATOR: Generator = { name: "Talkshelf", version };
