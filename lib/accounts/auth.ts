import { betterAuth } from "better-auth";
import { db } from "@/lib/db/db";
import { createAuthOptions } from "./auth-options";

export const auth = betterAuth(createAuthOptions(db));
