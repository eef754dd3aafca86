-- CreateEnum
CREATE TYPE "TalkChangeKind" AS ENUM ('ADDED', 'CHANGED', 'WITHDRAWN', 'RETURNED');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('VISITOR', 'EDITOR', 'ADMINISTRATOR');

-- AlterTable
ALTER TABLE "Conference" ADD COLUMN     "checkProblem" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "checkedAt" TIMESTAMP(3),
ADD COLUMN     "etag" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "fileDigest" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "fileReport" JSONB,
ADD COLUMN     "lastModified" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "scheduled" JSONB;

-- AlterTable
ALTER TABLE "Track" ADD COLUMN     "isByHand" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "scheduled" JSONB;

-- AlterTable
ALTER TABLE "Room" ADD COLUMN     "isByHand" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "scheduled" JSONB;

-- AlterTable
ALTER TABLE "Speaker" ADD COLUMN     "isByHand" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "scheduled" JSONB;

-- AlterTable
ALTER TABLE "Talk" ADD COLUMN     "isByHand" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isCancelled" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "recordedAt" TIMESTAMP(3),
ADD COLUMN     "scheduled" JSONB;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "newsSeenAt" TIMESTAMP(3),
ADD COLUMN     "role" "Role" NOT NULL DEFAULT 'VISITOR';

-- CreateTable
CREATE TABLE "ScheduleUpdate" (
    "id" SERIAL NOT NULL,
    "conferenceId" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "source" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "isByHand" BOOLEAN NOT NULL DEFAULT false,
    "isFirst" BOOLEAN NOT NULL DEFAULT false,
    "talkCount" INTEGER NOT NULL,

    CONSTRAINT "ScheduleUpdate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TalkChange" (
    "id" SERIAL NOT NULL,
    "updateId" INTEGER NOT NULL,
    "talkId" INTEGER NOT NULL,
    "kind" "TalkChangeKind" NOT NULL,
    "fields" JSONB NOT NULL,

    CONSTRAINT "TalkChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StagedSchedule" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "etag" TEXT NOT NULL DEFAULT '',
    "lastModified" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StagedSchedule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Speaker_key_idx" ON "Speaker"("key");

-- CreateIndex
CREATE INDEX "Speaker_name_idx" ON "Speaker"("name");

-- CreateIndex
CREATE INDEX "ScheduleUpdate_conferenceId_at_idx" ON "ScheduleUpdate"("conferenceId", "at");

-- CreateIndex
CREATE INDEX "TalkChange_talkId_idx" ON "TalkChange"("talkId");

-- CreateIndex
CREATE UNIQUE INDEX "TalkChange_updateId_talkId_key" ON "TalkChange"("updateId", "talkId");

-- CreateIndex
CREATE INDEX "StagedSchedule_createdAt_idx" ON "StagedSchedule"("createdAt");

-- CreateIndex
CREATE INDEX "StagedSchedule_userId_idx" ON "StagedSchedule"("userId");

-- CreateIndex
CREATE INDEX "Conference_fileDigest_idx" ON "Conference"("fileDigest");

-- AddForeignKey
ALTER TABLE "ScheduleUpdate" ADD CONSTRAINT "ScheduleUpdate_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkChange" ADD CONSTRAINT "TalkChange_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "ScheduleUpdate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TalkChange" ADD CONSTRAINT "TalkChange_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StagedSchedule" ADD CONSTRAINT "StagedSchedule_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever signed up first is the administrator, as with every installation begun from here on.
UPDATE "User" SET "role" = 'ADMINISTRATOR'
WHERE "id" = (SELECT "id" FROM "User" WHERE "isAnonymous" = false ORDER BY "createdAt" LIMIT 1);
