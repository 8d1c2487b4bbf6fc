/** How titles are folded in the spelling of a template: one folder for all that asks, since it remembers what it folded. */

import { TitleFolder } from '../language/titles';
import { ofTemplate } from './of-template';

export const folderOf = ofTemplate(({ spellingFolds }) => new TitleFolder(spellingFolds));
