-- CreateTable
CREATE TABLE "WriteUp" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "date" TEXT NOT NULL DEFAULT '',
    "slug" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "categories" JSONB NOT NULL,
    "tags" JSONB NOT NULL,
    "keywords" JSONB NOT NULL,
    "frontMatter" TEXT NOT NULL DEFAULT '',
    "intro" TEXT NOT NULL DEFAULT '',
    "outro" TEXT NOT NULL DEFAULT '',
    "options" JSONB,
    "scope" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "WriteUp_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WriteUpSection" (
    "writeUpId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT NOT NULL DEFAULT '',
    "prose" TEXT NOT NULL DEFAULT '',

    PRIMARY KEY ("writeUpId", "id"),
    CONSTRAINT "WriteUpSection_writeUpId_fkey" FOREIGN KEY ("writeUpId") REFERENCES "WriteUp" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WriteUpItem" (
    "writeUpId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "talkId" INTEGER,
    "missingTalk" JSONB,
    "heading" TEXT,
    "text" TEXT,
    "takeaways" JSONB,
    "leftOut" JSONB NOT NULL,

    PRIMARY KEY ("writeUpId", "id"),
    CONSTRAINT "WriteUpItem_writeUpId_fkey" FOREIGN KEY ("writeUpId") REFERENCES "WriteUp" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "WriteUpItem_writeUpId_sectionId_fkey" FOREIGN KEY ("writeUpId", "sectionId") REFERENCES "WriteUpSection" ("writeUpId", "id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "WriteUpItem_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Publication" (
    "writeUpId" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "authorName" TEXT NOT NULL DEFAULT '',
    "isIndexed" BOOLEAN NOT NULL DEFAULT false,
    "canonicalUrl" TEXT,
    "publishedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Publication_writeUpId_fkey" FOREIGN KEY ("writeUpId") REFERENCES "WriteUp" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WriteUpFeed" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    CONSTRAINT "WriteUpFeed_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExportSettings" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "options" JSONB NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "ExportSettings_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AwaitedTalk" (
    "userId" TEXT NOT NULL,
    "conference" TEXT NOT NULL,
    "talk" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    PRIMARY KEY ("userId", "conference", "talk"),
    CONSTRAINT "AwaitedTalk_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "WriteUp_userId_updatedAt_idx" ON "WriteUp"("userId", "updatedAt");

-- CreateIndex
CREATE INDEX "WriteUpItem_writeUpId_sectionId_idx" ON "WriteUpItem"("writeUpId", "sectionId");

-- CreateIndex
CREATE INDEX "WriteUpItem_talkId_idx" ON "WriteUpItem"("talkId");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_token_key" ON "Publication"("token");

-- CreateIndex
CREATE UNIQUE INDEX "WriteUpFeed_token_key" ON "WriteUpFeed"("token");

-- CreateIndex
CREATE INDEX "AwaitedTalk_conference_idx" ON "AwaitedTalk"("conference");
