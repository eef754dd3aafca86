/** The IANA zones that a form offers; UTC is not among those that the platform lists. */
export const TIME_ZONES: readonly string[] = ["UTC", ...Intl.supportedValuesOf("timeZone")];
