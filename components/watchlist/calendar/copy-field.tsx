"use client";

import { Check, Copy } from "lucide";
import { useId, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";

/** A text to copy: by the button, or by hand where the browser lets no page write to the clipboard. */
export function CopyField({ label, value }: { label: string; value: string }) {
	const id = useId();
	const field = useRef<HTMLInputElement>(null);
	const [copied, setCopied] = useState<string>();

	async function copy(): Promise<void> {
		field.current?.select();
		try {
			await navigator.clipboard.writeText(value);
			setCopied(value);
		} catch {
			// Not on plain http, nor where it was forbidden: the text is selected.
			setCopied(undefined);
		}
	}

	return (
		<div>
			<label htmlFor={id} className="font-medium">
				{label}
			</label>
			<div className="mt-1 flex flex-wrap gap-2">
				<input
					id={id}
					ref={field}
					className="field min-w-48 flex-1 font-mono text-sm"
					value={value}
					readOnly
					onFocus={(event) => event.currentTarget.select()}
				/>
				<button type="button" className="button" onClick={copy}>
					<Icon icon={copied === value ? Check : Copy} /> Copy
				</button>
				<span role="status" className="self-center text-sm text-ink-soft">
					{copied === value && "Copied."}
				</span>
			</div>
		</div>
	);
}
