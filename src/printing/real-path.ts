/** Where a file stands that symbolic links lead to: only Node can tell, and the extension asks for it where it runs there. */

export { realpath } from 'node:fs/promises';
