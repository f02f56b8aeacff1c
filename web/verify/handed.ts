/** A receipt as a file. */
export interface ReceiptFile {
  readonly name: string;
  readonly text: string;
}

let handed: ReceiptFile | undefined;

/** Gives a receipt to the screen that checks it: it stays in the page. */
export const handOver = (file: ReceiptFile): void => {
  handed = file;
};

/** The receipt that was handed over, if one was. */
export const handedOver = (): ReceiptFile | undefined => handed;
