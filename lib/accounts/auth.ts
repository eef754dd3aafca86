import { betterAuth } from "better-auth";
import { db } from "@/lib/db/db";
import { authOptions } from "./auth-options";

export const auth = betterAuth(authOptions(db));
