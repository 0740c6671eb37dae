/** Who listens to the log, each by its name. Stable for ever: what each of them has done is kept under its name. */
export const consumers: readonly string[] = ['intake', 'dispatch', 'volunteer-matching'];
