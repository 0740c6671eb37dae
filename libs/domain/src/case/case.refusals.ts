export const caseRefusals = {} as const;
