import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where `server.ts` leaves the address of the database that it serves from. */
export const databaseFile = (port: string) => join(tmpdir(), `talkshelf-e2e-${port}.database`);
