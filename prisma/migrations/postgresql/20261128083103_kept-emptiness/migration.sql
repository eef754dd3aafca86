-- AlterTable
ALTER TABLE "Transcript" ADD COLUMN     "hasText" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Note" ADD COLUMN     "isBlank" BOOLEAN NOT NULL DEFAULT false;

-- What stands there already. The characters are those that String.prototype.trim takes away.
UPDATE "Transcript" SET "hasText" = true WHERE "text" <> '';

UPDATE "Note" SET "isBlank" = true WHERE TRIM("text", E'\u0009\u000A\u000B\u000C\u000D\u0020\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF') = '' AND NOT EXISTS (
    SELECT 1 FROM "Takeaway" WHERE "noteId" = "Note"."id" AND TRIM("Takeaway"."text", E'\u0009\u000A\u000B\u000C\u000D\u0020\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF') <> ''
);
