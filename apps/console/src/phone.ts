/** As the server takes a phone number. */
export const isPhone = (text: string): boolean => /^\+?[0-9][0-9 -]{4,22}[0-9]$/.test(text);
