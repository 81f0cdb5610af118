/** Short ways to write texts down. */
export { t, under } from '#kernel/texts/write.ts';
