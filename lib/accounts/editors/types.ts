/** Somebody who may import and edit schedules. */
export type Editor = {
	readonly id: string;
	readonly name: string;
	readonly email: string;
	readonly isAdministrator: boolean;
};
