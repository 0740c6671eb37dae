import './circle-b';
export const a = 1;
