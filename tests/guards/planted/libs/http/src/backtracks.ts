export const trailing = (text: string) => text.replace(/\s+$/, '');
export const nested = /^(?:a+)+$/;
