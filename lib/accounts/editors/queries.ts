import type { Db } from "@/lib/db/client";

/** Those who may import and edit schedules: the administrator, then the others by name. */
export async function listEditors(db: Db): Promise<Editor[]> {
	const users = await db.user.findMany({
		where: { role: { in: ["EDITOR", "ADMINISTRATOR"] } },
		select: { id: true, name: true, email: true, role: true },
	});
	return users
		.map(({ role, ...user }) => ({ ...user, isAdministrator: role === "ADMINISTRATOR" }))
		.sort(
			(one, other) =>
				Number(other.isAdministrator) - Number(one.isAdministrator) ||
				one.name.localeCompare(other.name, "en") ||
				one.email.localeCompare(other.email, "en"),
		);
}

/** Whether somebody administers this installation yet; else whoever signs up next will. */
export async function hasAdministrator(db: Db): Promise<boolean> {
	return (await db.user.count({ where: { role: "ADMINISTRATOR" } })) > 0;
}

/** Somebody who may import and edit schedules. */
export type Editor = {
	readonly id: string;
	readonly name: string;
	readonly email: string;
	readonly isAdministrator: boolean;
};
