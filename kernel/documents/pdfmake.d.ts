/** As much of pdfmake 0.3 as kernel/documents uses; the package brings no types. */
declare namespace PdfMake {
  interface Files {
    existsSync(name: string): boolean;
    readFileSync(name: string): Buffer;
  }
  interface Addresses {
    resolve(address: string): Promise<void>;
    resolved(): Promise<void>;
  }
  interface Printer {
    /** A stream of the finished bytes; nothing flows before `end`. */
    createPdfKitDocument(definition: object): Promise<NodeJS.ReadableStream & { end(): void }>;
  }
  type Fonts = Readonly<Record<string, { normal: string; bold: string }>>;
  /** `pdfmake/js/Printer.js`, as `require` gives it. */
  interface Module {
    readonly default: new (fonts: Fonts, files: Files, addresses: Addresses, mayRead: (path: string) => boolean) => Printer;
  }
}
