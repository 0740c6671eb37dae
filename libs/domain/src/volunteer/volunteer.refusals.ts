export const volunteerRefusals = {} as const;
