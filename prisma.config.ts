import { defineConfig } from "prisma/config";

// Addresses of databases are read by lib/db, migrations are applied by lib/db/migrate: Prisma's own command is used
// for `generate` alone, with the schema named on its command line.
export default defineConfig({ schema: "prisma/schema.prisma" });
