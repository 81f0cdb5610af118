/** Does it once the screen has shown that something was pressed: a click is answered before the work behind it begins. */
export const afterPaint = (work: () => void): void => {
  requestAnimationFrame(() => setTimeout(work));
};
