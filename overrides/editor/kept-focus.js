// Keeps the focus in the field in which somebody is typing.
//
// When the editor of Sveltia CMS has read a long text, it moves the selection into it, and the browser moves the focus
// along: the next letters of a title would land in the text.

/**
 * Makes the editor of texts leave the focus in another field. A person still moves it, by pointer or key, since the
 * browser then does so without a script. A field in a dialog, like the address of a link, gives it back by a script.
 *
 * `window`: the browser's window, with its `document` and its classes.
 */
export function keepFocus({ document, HTMLElement, Selection }) {
  const isElsewhere = (node) => {
    const text = (node.closest ? node : node.parentElement)?.closest("[data-lexical-editor]");
    const field = document.activeElement?.closest("input, textarea");
    return text && field && !text.contains(field) && !field.closest("dialog, [role=dialog]");
  };
  const guard = (type, name, target) => {
    const original = type.prototype[name];
    type.prototype[name] = function guarded(...values) {
      if (!isElsewhere(target(this, values))) original.apply(this, values);
    };
  };
  guard(HTMLElement, "focus", (element) => element);
  guard(Selection, "setBaseAndExtent", (_selection, [node]) => node);
}
