/** What is made of a template alone is made once: masterplans that leave a template as it is share it. */

import type { Template } from './template';

/** @param make what a template gives; it must hang on the template alone, and may hold nothing of a book. */
export function ofTemplate<V>(make: (template: Template) => V): (template: Template) => V {
  const made = new WeakMap<Template, { readonly value: V }>();
  return (template) => {
    let known = made.get(template);
    if (known === undefined) {
      known = { value: make(template) };
      made.set(template, known);
    }
    return known.value;
  };
}
