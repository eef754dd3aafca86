import type { Generator } from "@/lib/calendar/types";
import { version } from "@/package.json";

export const GENERATOR: Generator = { name: "Talkshelf", version };
