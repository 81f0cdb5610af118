/** Made by build/texts.ts. */
declare module 'virtual:texts/*' {
  const messages: Readonly<Record<string, string>>;
  export default messages;
}
