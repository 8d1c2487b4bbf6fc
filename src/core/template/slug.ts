import { normalForm } from '../text/normal-form';

/** `Dinas Kesehatan` -> `dinas-kesehatan`. */
export function slug(name: string): string {
  return normalForm(name, 'NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|(?<!-)-+$/g, '');
}
