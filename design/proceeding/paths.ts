/** Addresses of the uniform interface, and of its pages. */
export const proceedingApi = (id: string): string => `/api/proceedings/${encodeURIComponent(id)}`;
export const proceedingPage = (id: string): string => `/proceedings/${encodeURIComponent(id)}`;
export const sentPage = (id: string): string => `/sent/${encodeURIComponent(id)}`;
