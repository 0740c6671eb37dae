export const submits = (event: { key: string }) => event.key === 'Enter';
