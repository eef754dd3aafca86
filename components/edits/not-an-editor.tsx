import { Lock } from "lucide";
import { EmptyState } from "@/components/ui/empty-state";

/** What whoever may not edit sees in a form's place. */
export function NotAnEditor({ isSignedIn }: { isSignedIn: boolean }) {
	return (
		<div className="pt-8">
			<EmptyState icon={Lock} title="Schedules are imported and edited by those whom the administrator allows.">
				{isSignedIn ? (
					<p>You are not among them. The administrator of this installation can change that.</p>
				) : (
					<a className="button" href="/account/sign-in">
						Sign in
					</a>
				)}
			</EmptyState>
		</div>
	);
}
