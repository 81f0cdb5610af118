/** A number to read aloud: `+7 701 000 00 01`. */
export const readablePhone = (phone: string): string =>
  phone.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7 $1 $2 $3 $4');
