/** What somebody may do beyond their own marks and notes; the names are the database's. */
export const ROLES = ["VISITOR", "EDITOR", "ADMINISTRATOR"] as const;
type Role = (typeof ROLES)[number];

export type Visitor = {
	readonly id: string;
	readonly name: string;
	readonly isGuest: boolean;
	readonly role: Role;
};
