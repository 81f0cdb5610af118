/** Addresses of the uniform interface, and of its pages. */
export const proceedingApi = (id: string): string => `/api/proceedings/${encodeURIComponent(id)}`;
export const storyApi = (id: string, before: number): string => `${proceedingApi(id)}/story?before=${before}`;
export const writingApi = (id: string): string => `${proceedingApi(id)}/writing`;
export const fileApi = (id: string, file: string): string => `${proceedingApi(id)}/files/${encodeURIComponent(file)}`;
export const proceedingPage = (id: string): string => `/proceedings/${encodeURIComponent(id)}`;
/** The child's page: the whole of it, or the reader's part. */
export const childPage = (id: string): string => `/children/${encodeURIComponent(id)}`;
export const sentPage = (id: string): string => `/sent/${encodeURIComponent(id)}`;
/** The same, read to be taken along on a device. */
export const alongApi = (id: string): string => `${proceedingApi(id)}/along`;
export const alongPage = (id: string): string => `/along/${encodeURIComponent(id)}`;
export const devicePage = '/device';
