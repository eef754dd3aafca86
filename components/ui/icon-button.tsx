import type { IconNode } from "lucide";
import type { ComponentProps } from "react";
import { Icon } from "./icon";

type Props = ComponentProps<"button"> & {
	icon: IconNode;
	/** What it does, also to those who do not see it. */
	label: string;
	/** What is said beside it; without, its label. */
	tip?: string;
};

/** A button without words: it says what it does beside the pointer, and where the keyboard is. */
export function IconButton({ icon, label, tip = label, className, children, ...rest }: Props) {
	return (
		<button
			type="button"
			{...rest}
			className={className ? `button-quiet ${className}` : "button-quiet"}
			aria-label={label}
			data-tip={tip}
		>
			<Icon icon={icon} />
			{children}
		</button>
	);
}
