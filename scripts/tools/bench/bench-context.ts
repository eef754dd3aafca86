import type { Db } from "@/lib/db/client";
import type { Server } from "../served/server";
import type { Subject } from "./subject";

/** What is there to measure once the app is served. */
export type BenchContext = {
	readonly server: Server;
	readonly db: Db;
	readonly databaseUrl: string;
	readonly subject: Subject;
};
