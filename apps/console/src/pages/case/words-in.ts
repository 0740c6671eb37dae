const spoken = ['summary', 'words', 'found', 'terms'] as const;

/** The free texts of an event's data that this caller may read. */
export function wordsIn(data: Readonly<Record<string, unknown>>): readonly string[] {
  const reason = typeof data.reason === 'string' && data.reason.includes(' ') ? [data.reason] : [];
  const { summary: corrected } = (data.fields ?? {}) as { readonly summary?: unknown };
  return [
    ...(typeof corrected === 'string' ? [corrected] : []),
    ...spoken.flatMap((name) => {
      const value = data[name];
      return typeof value === 'string' ? [value] : [];
    }),
    ...reason,
  ];
}
