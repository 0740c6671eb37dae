import './circle-a';
export const b = 1;
