/* The sender's page: copying, one mail tool at a time, the email as other inboxes show it. Without this script the page
   shows everything at once. It loads nothing: all that it shows and copies stands in the page. */
(() => {
  "use strict";

  const SAID_FOR = 15000; /* milliseconds */
  const ADAPTED = {
    "sent": (html) => inColours(html, "light"),
    "dark": (html) => inColours(html, "dark"),
    "forced": (html) => inColours(html, "light"),
    "no-styles": (html) => inColours(html, "light").replace(/<style\b[\s\S]*?<\/style>/gi, ""),
    "no-comments": (html) => inColours(html, "light").replace(/<!--[\s\S]*?-->/g, ""),
  };

  document.addEventListener("DOMContentLoaded", start);

  function start() {
    for (const element of all("[data-scripted]")) element.hidden = false;
    for (const text of all("details.text")) text.open = false;
    for (const button of all("[data-copies]")) button.addEventListener("click", () => copy(button));
    for (const radio of all("[name='tool']")) radio.addEventListener("change", () => showTool(radio.value));
    for (const preview of all(".preview")) {
      putFrames(preview);
      preview.addEventListener("change", () => showPreview(preview));
    }
    const first = document.querySelector("[name='tool']:checked") ?? document.querySelector("[name='tool']");
    showTool(first ? first.value : document.querySelector(".tool").dataset.tool);
  }

  /* Only one mail tool's parts of the page. */
  function showTool(name) {
    for (const part of all("[data-tool]")) part.hidden = part.dataset.tool !== name;
    for (const preview of all(`.tool[data-tool="${name}"] .preview`)) showPreview(preview);
  }

  /* The frames, which are there for pages without a script, put in place. Those that are about to be filled from the
     text in the page load no file. */
  function putFrames(preview) {
    const held = preview.querySelector("noscript");
    const frames = document.createElement("template");
    // eslint-disable-next-line no-restricted-properties -- what the page itself holds for browsers without scripts
    frames.innerHTML = held.textContent;
    for (const frame of frames.content.querySelectorAll("iframe")) {
      if (source(preview)) frame.removeAttribute("src");
      frame.loading = "eager";
      frame.addEventListener("load", () => fit(frame));
    }
    held.replaceWith(frames.content);
  }

  /* The field with the HTML that a preview is of; null where there is nothing to copy. */
  function source(preview) {
    return document.getElementById(`${preview.closest(".tool").dataset.tool}-html`);
  }

  /* The email in a preview's frames, as the chosen inbox shows it. */
  function showPreview(preview) {
    const chosen = preview.querySelector("input:checked");
    if (!chosen) return;
    preview.dataset.view = chosen.value;
    for (const hint of preview.querySelectorAll("[data-means]")) hint.hidden = hint.dataset.means !== chosen.value;
    const html = atHome(ADAPTED[chosen.value](source(preview).value));
    for (const frame of preview.querySelectorAll("iframe")) frame.srcdoc = html;
  }

  /* An email as an inbox in light or dark colours reads it, whatever this device is set to. */
  function inColours(html, colours) {
    return html
      .replaceAll("(prefers-color-scheme: dark)", colours === "dark" ? "all" : "not all")
      .replace('name="color-scheme" content="light dark"', `name="color-scheme" content="${colours}"`);
  }

  /* An email whose pictures come from beside this page, since they may not be published yet. */
  function atHome(html) {
    const { site, root } = document.body.dataset;
    return html.replaceAll(` src="${site}`, ` src="${root}`).replace("<head>", '<head><base target="_blank">');
  }

  /* A frame as high as what stands in it, where the browser lets us see that. */
  function fit(frame) {
    const height = frame.contentDocument?.body?.getBoundingClientRect().height;
    if (height) frame.style.height = `${Math.ceil(height)}px`;
  }

  /* Put a text on the clipboard, or select it where that is not allowed. */
  async function copy(button) {
    const field = document.getElementById(button.dataset.copies);
    try {
      await navigator.clipboard.writeText(field.value);
      button.dataset.copied = "";
      say(`${button.dataset.what} is copied.`);
    } catch {
      const folded = field.closest("details");
      if (folded) folded.open = true;
      field.focus();
      field.select();
      say("The text is selected: press Ctrl+C, or ⌘C on a Mac.");
    }
  }

  /* Say it to the eye and to screen readers, the same words again too, and for so long that they can be read. */
  function say(words) {
    const place = document.querySelector("[role='status']");
    const line = document.createElement("span");
    place.textContent = "";
    setTimeout(() => { line.textContent = words; place.append(line); }, 50);
    setTimeout(() => line.remove(), SAID_FOR);
  }

  function all(selector) {
    return document.querySelectorAll(selector);
  }
})();
