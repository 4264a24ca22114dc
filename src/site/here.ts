/** The address of the site being built, for pages and components. Plain modules take an `Address` as an argument instead. */
import { absolute, editAddress, readAddress, underBase } from './address.ts';

export const address = readAddress(process.env);

/** A link to a site path such as `/guide/`, right at any base path. */
export const href = (path: string): string => underBase(path, address.base);

/** The whole web address of a site path, for machines that read it elsewhere. */
export const fullHref = (path: string): string => absolute(path, address);

/** The page of GitHub on which a file of the repository is edited. */
export const editHref = (file: string): string => editAddress(file, address);

/** A site path such as `/guide/x/` from a request path, which has the base path before it. */
export const sitePath = (pathname: string): string => {
  const path = `/${pathname.slice(address.base.length)}`;
  return path === '/404.html' ? '/404/' : path.endsWith('/') ? path : `${path}/`;
};
